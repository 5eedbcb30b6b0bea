package dev.runside.bench.intake;

import dev.runside.bench.rig.Mail;
import dev.runside.bench.rig.Rig;
import dev.runside.bench.rig.Stored;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runside as {@code runside up} starts it, with a product that the alerts are about. */
final class OurServer implements Target {

    private static final String ROWS =
            """
            select 'signals', count(*) from signal where source = 'source:prometheus'
            union all
            select 'distinct signals', count(distinct id) from signal where source = 'source:prometheus'
            union all
            select 'alerts', count(*) from alert where source = 'source:prometheus'
            """;

    private final Rig rig;
    private String token = "";

    private OurServer(Rig rig) {
        this.rig = rig;
    }

    static OurServer start(Path root, Path folder) throws IOException, InterruptedException {
        OurServer server = new OurServer(Rig.in(root, folder));
        try {
            server.rig.startServer();
            List<String> hops = IntStream.range(0, Alerts.HOPS).mapToObj(Alerts::hop).toList();
            server.rig.apply(new Mail(hops).definitions());
            server.token = server.rig.source("prometheus", "product:mail");
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return "Runside";
    }

    @Override
    public int port() {
        return URI.create(rig.url()).getPort();
    }

    @Override
    public String headers() {
        return "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n";
    }

    @Override
    public List<ProcessHandle> processes() throws IOException {
        return List.of(rig.server(), rig.postmaster());
    }

    /** How many of each the load has left. */
    Map<String, Long> rows() throws IOException {
        return Stored.in(rig).counts(ROWS);
    }

    /** What durability rests on. */
    Map<String, String> settings() throws IOException {
        Stored stored = Stored.in(rig);
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : List.of("server_version", "fsync", "synchronous_commit")) {
            settings.put(name, stored.setting(name));
        }
        return settings;
    }

    @Override
    public void close() {
        rig.close();
    }
}
