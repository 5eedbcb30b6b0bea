package dev.runside.agent.act;

import dev.runside.agent.Eventually;
import dev.runside.agent.step.Report;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Keeps what is reported. */
final class RecordedReports implements Reports {

    private final List<Report> all = new CopyOnWriteArrayList<>();

    @Override
    public void send(Report report) {
        all.add(report);
    }

    List<Report> all() {
        return List.copyOf(all);
    }

    Report await(String key) throws InterruptedException {
        Eventually.soon("a report on " + key, () -> all.stream().anyMatch(is(key)));
        return all.stream().filter(is(key)).findFirst().orElseThrow();
    }

    private static Predicate<Report> is(String key) {
        return report -> report.key().equals(key);
    }
}
