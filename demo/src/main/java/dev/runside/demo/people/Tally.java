package dev.runside.demo.people;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** What the people of this process have lived through since it started. */
final class Tally {

    private final LongAdder visits = new LongAdder();
    private final LongAdder failedVisits = new LongAdder();
    private final LongAdder orders = new LongAdder();
    private final LongAdder failedOrders = new LongAdder();
    private final LongAdder answers = new LongAdder();
    private final LongAdder unhelpfulAnswers = new LongAdder();
    private final LongAdder tickets = new LongAdder();
    private volatile long reportRuns;

    void visit(boolean good) {
        (good ? visits : failedVisits).increment();
    }

    void order(boolean good) {
        (good ? orders : failedOrders).increment();
    }

    void question(boolean helpful) {
        (helpful ? answers : unhelpfulAnswers).increment();
    }

    void ticket() {
        tickets.increment();
    }

    void report(long runs) {
        reportRuns = runs;
    }

    Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        all.put("visits", visits.sum());
        all.put("failedVisits", failedVisits.sum());
        all.put("orders", orders.sum());
        all.put("failedOrders", failedOrders.sum());
        all.put("answers", answers.sum());
        all.put("unhelpfulAnswers", unhelpfulAnswers.sum());
        all.put("tickets", tickets.sum());
        all.put("reportRuns", reportRuns);
        return all;
    }
}
