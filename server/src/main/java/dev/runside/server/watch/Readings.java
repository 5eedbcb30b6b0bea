package dev.runside.server.watch;

import dev.runside.core.watch.Bucket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was counted of indicators, for everybody who shows it. */
@Component
public class Readings {

    private final JdbcClient database;

    Readings(JdbcClient database) {
        this.database = database;
    }

    /**
     * Buckets by indicator, oldest first, from a time on. Where nothing was counted there is no
     * bucket; an indicator without any is not in the answer.
     */
    public Map<String, List<Bucket>> since(Collection<String> indicators, Instant start) {
        Map<String, List<Bucket>> buckets = new HashMap<>();
        database.sql(
                        """
                        select indicator, start, good, total, samples from indicator_bucket
                        where indicator = any(:indicators) and start >= :start
                        order by start
                        """)
                .param("indicators", indicators.toArray(String[]::new))
                .param("start", start.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    buckets.computeIfAbsent(row.getString("indicator"), _ -> new ArrayList<>())
                            .add(
                                    new Bucket(
                                            row.getTimestamp("start").toInstant(),
                                            row.getDouble("good"),
                                            row.getDouble("total"),
                                            row.getInt("samples")));
                });
        return buckets;
    }
}
