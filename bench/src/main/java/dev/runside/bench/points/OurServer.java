package dev.runside.bench.points;

import dev.runside.bench.rig.Incidents;
import dev.runside.bench.rig.Rig;
import dev.runside.bench.rig.Stored;
import dev.runside.bench.rig.Use;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runside as {@code runside up} starts it, with the estate's definitions in force. */
final class OurServer implements Target {

    /** A source has at most 10,000 series. */
    static final int SERIES_OF_SOURCE = 8_000;

    private static final int APPLICATIONS = 5;
    private static final int MOST_UNTIL_REST = 60;

    private final Rig rig;
    private final List<String> tokens = new ArrayList<>();

    private OurServer(Rig rig) {
        this.rig = rig;
    }

    static OurServer start(Path root, Path folder, Estate estate)
            throws IOException, InterruptedException {
        OurServer server = new OurServer(Rig.in(root, folder));
        try {
            server.rig.startServer();
            for (String definitions : estate.definitions()) {
                server.apply(definitions);
            }
            for (int source = 0; source <= estate.series() / SERIES_OF_SOURCE; source++) {
                server.tokens.add(server.rig.source("meter-" + source, "*"));
            }
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /**
     * Once more where the answer did not come in time: what is in force already changes nothing.
     */
    private void apply(String definitions) throws IOException, InterruptedException {
        for (int more = APPLICATIONS; ; more--) {
            try {
                rig.apply(definitions);
                return;
            } catch (HttpTimeoutException late) {
                if (more == 1) {
                    throw late;
                }
            }
        }
    }

    /** Until it has judged what it has taken in: hardly a tenth of a processor is used. */
    void awaitRest() throws IOException, InterruptedException {
        double before = Use.of(processes()).cpuSeconds();
        for (int seconds = 0; seconds < MOST_UNTIL_REST; seconds++) {
            Thread.sleep(Duration.ofSeconds(1));
            double now = Use.of(processes()).cpuSeconds();
            if (now - before < 0.1) {
                return;
            }
            before = now;
        }
    }

    @Override
    public String name() {
        return "Runside";
    }

    @Override
    public Protocol protocol() {
        return Protocol.OTLP;
    }

    @Override
    public int port() {
        return rig.otlp().getPort();
    }

    @Override
    public String path() {
        return "/v1/metrics";
    }

    @Override
    public String headers(int source) {
        return "Content-Type: application/x-protobuf\r\nAuthorization: Bearer "
                + tokens.get(source)
                + "\r\n";
    }

    @Override
    public List<ProcessHandle> processes() throws IOException {
        return List.of(rig.server(), rig.postmaster());
    }

    @Override
    public Set<Integer> burning() throws IOException, InterruptedException {
        return new Incidents(rig)
                .all().stream()
                        .flatMap(incident -> incident.path("findings").valueStream())
                        .filter(finding -> finding.path("kind").asString().equals("budget-burn"))
                        .map(finding -> finding.path("subject").asString())
                        .map(OurServer::hop)
                        .collect(Collectors.toSet());
    }

    private static int hop(String subject) {
        return Integer.parseInt(subject.substring(subject.lastIndexOf('-') + 1));
    }

    /** Where a source posts something else, as JSON. */
    Receiver at(String path) {
        return new Json(this, path);
    }

    private record Json(OurServer server, String path) implements Receiver {
        @Override
        public String name() {
            return "Runside";
        }

        @Override
        public int port() {
            return URI.create(server.rig.url()).getPort();
        }

        @Override
        public String headers(int source) {
            return "Content-Type: application/json\r\nAuthorization: Bearer "
                    + server.tokens.get(source)
                    + "\r\n";
        }

        @Override
        public List<ProcessHandle> processes() throws IOException {
            return server.processes();
        }
    }

    /** All that has been counted of all indicators. */
    @Override
    public double counted() throws IOException {
        return Stored.in(rig)
                .counts("select 'events', sum(total)::bigint from indicator_bucket")
                .getOrDefault("events", 0L);
    }

    @Override
    public void close() {
        rig.close();
    }
}
