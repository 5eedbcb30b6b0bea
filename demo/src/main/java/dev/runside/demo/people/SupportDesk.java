package dev.runside.demo.people;

import dev.runside.demo.service.Intake;
import dev.runside.demo.service.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where people write when something failed: not all of them, not at once, and no faster than people
 * do.
 */
final class SupportDesk {

    /** Of a hundred customers whose order failed, those who write. */
    private static final int WRITERS = 15;

    private final Intake intake;
    private final Tally tally;
    private final Throttle aboutShop = new Throttle(Duration.ofMillis(1200));
    private final Throttle aboutReporting = new Throttle(Duration.ofMillis(1200));

    SupportDesk(Intake intake, Tally tally) {
        this.intake = intake;
        this.tally = tally;
    }

    void orderFailed(String order) {
        if (ThreadLocalRandom.current().nextInt(100) < WRITERS && aboutShop.pass()) {
            write(
                    "shop",
                    "My order failed",
                    "I tried to order and got an error. My order's id is " + order + ".");
        }
    }

    void reportOld(long ageMs) {
        if (aboutReporting.pass()) {
            write(
                    "reporting",
                    "The report is old",
                    "The orders of the last " + ageMs / 1000 + " s are missing.");
        }
    }

    private void write(String product, String title, String text) {
        Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(1000, 3000)));
        tally.ticket();
        intake.tell(
                "/api/v1/tickets",
                Map.of(
                        "id",
                        "ticket-" + UUID.randomUUID(),
                        "product",
                        product,
                        "title",
                        title,
                        "text",
                        text,
                        "customer",
                        "customer-" + ThreadLocalRandom.current().nextInt(1000, 9999),
                        "time",
                        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()));
    }
}
