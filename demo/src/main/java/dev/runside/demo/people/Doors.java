package dev.runside.demo.people;

import dev.runside.demo.service.Every;
import dev.runside.demo.service.Pause;
import java.time.Duration;
import java.util.List;

/**
 * Opens the shop as a morning does: first one customer after the other, until the services have
 * warmed up, then more and more, then everybody.
 */
final class Doors {

    private static final Duration QUICK = Duration.ofMillis(150);
    private static final int QUICK_IN_A_ROW = 10;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final List<Duration> GAPS =
            List.of(Duration.ofMillis(200), Duration.ofMillis(100), Duration.ofMillis(50));
    private static final Duration STAGE = Duration.ofSeconds(2);
    private static final Duration USUAL_GAP = Duration.ofNanos(33_333_333);

    private final Customers customers;

    Doors(Customers customers) {
        this.customers = customers;
    }

    void open() {
        letInOneByOne();
        for (Duration gap : GAPS) {
            long end = System.nanoTime() + STAGE.toNanos();
            while (System.nanoTime() < end) {
                Thread.ofVirtual().start(customers::visit);
                Pause.of(gap);
            }
        }
        Every.start(USUAL_GAP, customers::visit);
    }

    private void letInOneByOne() {
        long end = System.nanoTime() + LONGEST.toNanos();
        int quick = 0;
        while (quick < QUICK_IN_A_ROW && System.nanoTime() < end) {
            long start = System.nanoTime();
            customers.visit();
            quick = System.nanoTime() - start < QUICK.toNanos() ? quick + 1 : 0;
        }
    }
}
