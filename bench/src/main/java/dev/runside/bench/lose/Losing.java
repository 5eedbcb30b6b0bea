package dev.runside.bench.lose;

import dev.runside.bench.rig.Mail;
import dev.runside.bench.rig.Rig;
import dev.runside.bench.rig.Stored;
import dev.runside.bench.rig.Until;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** One whole trial. {@code close} ends everything, from any thread. */
final class Losing implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Under load for at most so long before each kill. */
    private static final int MOST_MILLIS = 1_500;

    /** A rate at which hundreds of kills fit into a small database. */
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final Rig rig;
    private final Plan plan;
    private final Consumer<String> tell;
    private boolean closed;

    /**
     * @param kills of the server alone
     * @param withDatabase kills of the server together with its PostgreSQL
     * @param seed of their order and moments
     */
    record Plan(int kills, int withDatabase, long seed) {

        Plan {
            if (kills < 0 || withDatabase < 0 || kills + withDatabase < 1) {
                throw new IllegalArgumentException("at least one kill is needed");
            }
        }

        int all() {
            return kills + withDatabase;
        }
    }

    private Losing(Rig rig, Plan plan, Consumer<String> tell) {
        this.rig = rig;
        this.plan = plan;
        this.tell = tell;
    }

    /**
     * Nothing runs yet.
     *
     * @param root the folder with the built distribution
     */
    static Losing in(Path root, Path folder, Plan plan, Consumer<String> tell) throws IOException {
        return new Losing(Rig.in(root, folder), plan, tell);
    }

    Account run() throws IOException, InterruptedException {
        rig.startServer();
        rig.apply(new Mail(List.of("relay")).definitions());
        String token = rig.source("load", "product:mail");
        Senders senders = new Senders(rig.url(), token, BETWEEN);
        try (senders) {
            kill(senders);
            awaitMore(senders);
        }
        return Account.of(senders, Stored.in(rig), plan.all(), plan.withDatabase());
    }

    private void kill(Senders senders) throws IOException, InterruptedException {
        var random = new Random(plan.seed());
        int databases = plan.withDatabase();
        for (int left = plan.all(); left > 0; left--) {
            awaitMore(senders);
            Thread.sleep(random.nextInt(MOST_MILLIS));
            if (random.nextInt(left) < databases) {
                databases--;
                rig.killServerAndDatabase();
            } else {
                rig.killServer();
            }
            rig.startServer();
            if (left % 10 == 1) {
                tell.accept(
                        "%d kills, %,d acknowledged, %,d requests sent again"
                                .formatted(
                                        plan.all() - left + 1,
                                        senders.acknowledgedInAll(),
                                        senders.sentAgain()));
            }
        }
    }

    /** It is loaded by every way. */
    private static void awaitMore(Senders senders) throws InterruptedException {
        for (Said said : Said.values()) {
            int before = senders.acknowledged(said).size();
            Until.holds(
                    said + " are acknowledged",
                    PATIENCE,
                    () -> senders.acknowledged(said).size() > before);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            rig.close();
        }
    }
}
