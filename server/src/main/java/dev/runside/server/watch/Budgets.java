package dev.runside.server.watch;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Indicator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is left of the error budgets, counted by the hour and, of late, by the bucket. */
@Component
class Budgets {

    /** Four weeks have as many Mondays as Sundays, whenever they begin. */
    static final Duration WINDOW = Duration.ofDays(28);

    private final JdbcClient database;

    Budgets(JdbcClient database) {
        this.database = database;
    }

    /**
     * An indicator's budget over the last 28 days.
     *
     * @param left the share that is left: 1 where nothing was bad, negative where more was than the
     *     objective permits; absent where nothing was counted
     */
    record Budget(
            String indicator,
            String title,
            Ref subject,
            double objective,
            double bad,
            double total,
            Optional<Double> left) {}

    private record Sums(double good, double total) {}

    List<Budget> of(List<Indicator> indicators, Instant now) {
        Map<String, Sums> sums = sums(indicators, now.minus(WINDOW));
        return indicators.stream()
                .filter(indicator -> indicator.objective().isPresent())
                .map(indicator ->
                        budget(indicator, sums.getOrDefault(indicator.name(), new Sums(0, 0))))
                .toList();
    }

    private static Budget budget(Indicator indicator, Sums sums) {
        double objective = indicator.objective().orElseThrow();
        double bad = Math.max(0, sums.total() - sums.good());
        double permitted = sums.total() * (1 - objective);
        return new Budget(
                indicator.name(),
                indicator.title(),
                indicator.subject(),
                objective,
                bad,
                sums.total(),
                permitted > 0 ? Optional.of(1 - bad / permitted) : Optional.empty());
    }

    private Map<String, Sums> sums(List<Indicator> indicators, Instant since) {
        Map<String, Sums> sums = new HashMap<>();
        database.sql(
                        """
                        select indicator, sum(good) as good, sum(total) as total from (
                          select indicator, good, total from indicator_hour
                           where indicator = any(:indicators) and start >= :since
                          union all
                          select indicator, good, total from indicator_bucket
                           where indicator = any(:indicators) and start >= greatest(:since,
                             (select max(start) + interval '1 hour' from indicator_hour))
                        ) as counted
                         group by indicator
                        """)
                .param(
                        "indicators",
                        indicators.stream().map(Indicator::name).toArray(String[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    sums.put(
                            row.getString("indicator"),
                            new Sums(row.getDouble("good"), row.getDouble("total")));
                });
        return sums;
    }
}
