package dev.runside.demo.reporting;

import dev.runside.demo.service.Answer;
import dev.runside.demo.service.Database;
import dev.runside.demo.service.Every;
import dev.runside.demo.service.Intake;
import dev.runside.demo.service.Service;
import dev.runside.demo.site.Site;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Refreshes the report every two seconds and shows it to readers, with its age. */
public final class Pipeline {

    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");

    private final DailyReport report;
    private final Lineage lineage;
    private final LongCounter runs;
    private volatile Shown shown = new Shown(0, Instant.now(), 0);

    /** The report as readers see it. */
    private record Shown(long orders, Instant at, long runs) {}

    private Pipeline(Service service) {
        Site site = service.site();
        this.report = new DailyReport(new Database(site, "reporting"));
        this.lineage =
                new Lineage(
                        new Intake(site.runside(), site.secret("source-reporting")),
                        "postgres://127.0.0.1:" + site.port("orders-db") + "/shop");
        this.runs = service.telemetry().counter("reporting.runs", "{run}");
    }

    public static void open(Service service) throws IOException {
        Pipeline pipeline = new Pipeline(service);
        service.answer("GET", "/report", _ -> pipeline.show()).open(() -> {});
        Every.startInTurn(Duration.ofSeconds(2), pipeline::run);
    }

    private Answer show() {
        Shown now = shown;
        long age = Duration.between(now.at(), Instant.now()).toMillis();
        return Answer.json(200, Map.of("orders", now.orders(), "ageMs", age, "runs", now.runs()));
    }

    private void run() {
        UUID run = UUID.randomUUID();
        List<Column> input = columns("orders");
        lineage.started(run, input);
        try {
            shown = new Shown(report.refresh(), Instant.now(), shown.runs() + 1);
            lineage.completed(run, input, columns("orders_daily"));
            runs.add(1, Attributes.of(OUTCOME, "complete"));
        } catch (SQLException e) {
            lineage.failed(run, input, String.valueOf(e.getMessage()));
            runs.add(1, Attributes.of(OUTCOME, "failed"));
            System.out.println("the run failed: " + e.getMessage());
        }
    }

    private List<Column> columns(String table) {
        try {
            return report.columns(table);
        } catch (SQLException _) {
            return List.of();
        }
    }
}
