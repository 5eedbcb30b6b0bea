package dev.runside.bench.storm;

import dev.runside.bench.rig.Connection;
import dev.runside.bench.rig.Incidents;
import dev.runside.bench.rig.Rig;
import dev.runside.bench.rig.Until;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** One storm on one server. {@code close} ends everything. */
final class Storming implements AutoCloseable {

    static final Estate ESTATE = new Estate(3, 67);

    private static final int IN_BATCH = 64;
    private static final int SENDERS = 4;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** After this, what is still to be paged has been: more than a page's settling time. */
    private static final Duration SETTLED = Duration.ofSeconds(20);

    private static final String ALERT =
            """
            {"labels":{"alertname":"%s","service":"%s","instance":"i-%d","severity":"critical"},\
            "annotations":{"summary":"%s at %s"},"startsAt":"%s"}\
            """;

    private final Rig rig;
    private final Options options;

    private Storming(Rig rig, Options options) {
        this.rig = rig;
        this.options = options;
    }

    /**
     * Nothing runs yet.
     *
     * @param root the folder with the built distribution
     */
    static Storming in(Path root, Path folder, Options options) throws IOException {
        return new Storming(Rig.in(root, folder), options);
    }

    Aftermath run() throws IOException, InterruptedException {
        rig.startServer();
        rig.apply(ESTATE.definitions());
        String[] products = new String[ESTATE.trees()];
        for (int tree = 0; tree < ESTATE.trees(); tree++) {
            products[tree] = "product:tree-" + tree;
        }
        String token = rig.source("storm", products);
        Instant began = Instant.now();
        send(token);
        Instant sent = Instant.now();
        Until.holds("all of them are counted", PATIENCE, () -> counted() >= options.alerts());
        Instant judged = Instant.now();
        Thread.sleep(SETTLED);
        return new Aftermath(
                options.alerts(),
                seconds(began, sent),
                seconds(sent, judged),
                incidents(),
                ESTATE.roots());
    }

    private int counted() throws IOException, InterruptedException {
        return new Aftermath(0, 0, 0, incidents(), List.of()).counted();
    }

    private List<JsonNode> incidents() throws IOException, InterruptedException {
        return new Incidents(rig)
                .all().stream().filter(incident -> !incident.hasNonNull("mergedInto")).toList();
    }

    private void send(String token) throws IOException, InterruptedException {
        String headers =
                "Authorization: Bearer %s\r\nContent-Type: application/json\r\n".formatted(token);
        int port = URI.create(rig.url()).getPort();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                int first = sender;
                senders.add(
                        threads.submit(() -> {
                            try (Connection way = new Connection(port, "/api/v2/alerts", headers)) {
                                sendFrom(first, way);
                            }
                            return first;
                        }));
            }
            for (Future<?> each : senders) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the storm broke off", e.getCause());
        }
    }

    /** Every so manieth batch, each at its time. */
    private void sendFrom(int first, Connection way) throws IOException, InterruptedException {
        Instant began = Instant.now();
        for (int batch = first; batch * IN_BATCH < options.alerts(); batch += SENDERS) {
            long due = 1000L * options.seconds() * batch * IN_BATCH / options.alerts();
            long early = due - Duration.between(began, Instant.now()).toMillis();
            if (early > 0) {
                Thread.sleep(early);
            }
            int status = way.post(batch(batch));
            if (status != OK) {
                throw new IOException("answered " + status);
            }
        }
    }

    private byte[] batch(int batch) {
        List<String> alerts = new ArrayList<>();
        int end = Math.min(options.alerts(), (batch + 1) * IN_BATCH);
        for (int number = batch * IN_BATCH; number < end; number++) {
            alerts.add(alert(number));
        }
        return ("[" + String.join(",", alerts) + "]").getBytes(StandardCharsets.UTF_8);
    }

    /** The first of each tree is the cause's own; then any hop of it, by chance. */
    private static String alert(int number) {
        int tree = number % ESTATE.trees();
        boolean cause = number < ESTATE.trees();
        int hop = cause ? 1 : 1 + new Random(number).nextInt(ESTATE.hopsOfEach());
        String name = cause ? "Down" : "HighErrorRate";
        String service = Estate.service(tree, hop);
        return ALERT.formatted(name, service, number, name, service, Instant.now());
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    @Override
    public void close() {
        rig.close();
    }
}
