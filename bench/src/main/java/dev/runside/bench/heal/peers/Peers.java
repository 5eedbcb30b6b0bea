package dev.runside.bench.heal.peers;

import dev.runside.bench.heal.fleet.Fleet;
import dev.runside.bench.heal.fleet.Planned;
import dev.runside.bench.heal.fleet.Service;
import dev.runside.bench.heal.fleet.Side;
import dev.runside.bench.rig.Until;
import dev.runside.cli.local.Stopping;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The peers' side. A planned change is announced as a silence, which is how they are told. */
public final class Peers implements Side {

    private static final Duration READY_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    /** The announced length of a change: an alert that ends late stays silent as well. */
    private static final Duration WINDOW = Duration.ofSeconds(20);

    private final Programs programs;
    private final Path folder;
    private final Fleet fleet;
    private final Notices notices;
    private final Addresses addresses;
    private final Http http = new Http();
    private final Map<String, ProcessHandle> running = new LinkedHashMap<>();

    private Peers(Programs programs, Path folder, Fleet fleet) throws IOException {
        this.programs = programs;
        this.folder = folder;
        this.fleet = fleet;
        this.notices = new Notices();
        this.addresses = Addresses.free(notices.port());
    }

    /** Nothing runs yet. */
    public static Peers in(Programs programs, Path folder, Fleet fleet) throws IOException {
        return new Peers(programs, folder, fleet);
    }

    @Override
    public String name() {
        return "Prometheus, Alertmanager, webhook";
    }

    @Override
    public Fleet fleet() {
        return fleet;
    }

    @Override
    public void start() throws IOException, InterruptedException {
        fleet.start();
        new Configuration(folder, fleet, addresses).write();
        startWebhook();
        startAlertmanager();
        startPrometheus();
        Until.holds("Prometheus sees every service", READY_LIMIT, this::allSeen);
    }

    private void startWebhook() throws IOException, InterruptedException {
        begin(
                "webhook",
                List.of(
                        programs.webhook().toString(),
                        "-ip=127.0.0.1",
                        "-port=" + addresses.webhook(),
                        "-hooks=" + folder.resolve("hooks.json")));
        ready("webhook", addresses.webhook(), "/");
    }

    private void startAlertmanager() throws IOException, InterruptedException {
        begin(
                "alertmanager",
                List.of(
                        programs.alertmanager().toString(),
                        "--config.file=" + folder.resolve("alertmanager.yml"),
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + addresses.alertmanager()));
        ready("Alertmanager", addresses.alertmanager(), "/-/ready");
    }

    private void startPrometheus() throws IOException, InterruptedException {
        begin(
                "prometheus",
                List.of(
                        programs.prometheus().toString(),
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + addresses.prometheus()));
        ready("Prometheus", addresses.prometheus(), "/-/ready");
    }

    private void begin(String name, List<String> command) throws IOException {
        running.put(
                name,
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start()
                        .toHandle());
    }

    private void ready(String what, int port, String path) throws InterruptedException {
        Until.holds(
                what + " is ready; its log lies in " + folder,
                READY_LIMIT,
                () -> http.answersWell(Addresses.at(port, path)));
    }

    private boolean allSeen() throws IOException, InterruptedException {
        return http.get(Addresses.at(addresses.prometheus(), "/api/v1/query?query=up==1"))
                        .path("data")
                        .path("result")
                        .size()
                == fleet.services().size();
    }

    @Override
    public void announce(Service service, Planned planned)
            throws IOException, InterruptedException {
        Instant now = Instant.now();
        Map<String, Object> silenced =
                Map.of("name", "service", "value", service.name(), "isRegex", false);
        http.post(
                Addresses.at(addresses.alertmanager(), "/api/v2/silences"),
                Map.of(
                        "matchers", List.of(silenced),
                        "startsAt", now.toString(),
                        "endsAt", now.plus(WINDOW).toString(),
                        "createdBy", "bench",
                        "comment", planned.kind()));
    }

    @Override
    public void over(Service service, Planned planned) {
        // The silence ends by itself.
    }

    @Override
    public Optional<Instant> saidWell(Service service, Instant after) {
        return notices.resolvedAfter(service.name(), after);
    }

    @Override
    public Map<String, ProcessHandle> watchers() {
        return Map.copyOf(running);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        running.values().forEach(process -> Stopping.stop(process, STOP_LIMIT));
        notices.close();
        http.close();
        fleet.close();
    }
}
