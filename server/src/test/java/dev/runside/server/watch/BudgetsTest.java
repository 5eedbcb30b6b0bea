package dev.runside.server.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Error budgets, from stored buckets. */
@IntakeTest
class BudgetsTest {

    private static final String INDICATOR = "relay-span-speed";

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;
    @Autowired private JdbcClient database;
    @Autowired private BucketHours hours;

    @AfterEach
    void end() {
        database.sql("delete from indicator_hour").update();
        database.sql("delete from indicator_bucket where indicator = :name")
                .param("name", INDICATOR)
                .update();
    }

    @Test
    void whatIsLeftIsCountedOverFourWeeksAndWithoutDataThereIsNone() {
        database.sql("delete from indicator_bucket where indicator = :name")
                .param("name", INDICATOR)
                .update();
        assertThat(budget().path("left").isNumber()).isFalse();

        bucket(1, 995, 1000);
        bucket(27, 1000, 1000);
        bucket(29, 0, 1000);

        assertThat(budget().path("total").asDouble()).isEqualTo(2000);
        assertThat(budget().path("bad").asDouble()).isEqualTo(5);
        assertThat(budget().path("left").asDouble()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void whatWasSummedUpByTheHourCountsOnceAndWhatIsTooOldIsForgotten() {
        bucket(1, 995, 1000);
        bucket(27, 1000, 1000);
        bucket(36, 0, 1000);
        hours.keep();
        hours.keep();
        bucket(0, 0, 1000);

        assertThat(budget().path("total").asDouble()).isEqualTo(3000);
        assertThat(budget().path("bad").asDouble()).isEqualTo(1005);
        assertThat(rows("indicator_hour")).isEqualTo(2);
        assertThat(rows("indicator_bucket")).isEqualTo(3);
    }

    private long rows(String table) {
        return database.sql("select count(*) from " + table + " where indicator = :name")
                .param("name", INDICATOR)
                .query(Long.class)
                .single();
    }

    private void bucket(int daysAgo, double good, double total) {
        OffsetDateTime start =
                Instant.now()
                        .minus(daysAgo, ChronoUnit.DAYS)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .atOffset(ZoneOffset.UTC);
        database.sql(
                        "insert into indicator_bucket (indicator, start, good, total, samples) values (:name, :start, :good, :total, 1)")
                .param("name", INDICATOR)
                .param("start", start)
                .param("good", good)
                .param("total", total)
                .update();
    }

    /** On the page after the indicator before it, by name. */
    private JsonNode budget() {
        String admin = TestTokens.of(server).admin(sender.unique("root"));
        return sender.send(
                        sender.request("/api/v1/budgets?limit=1&after=relay-span-spee", admin)
                                .GET()
                                .build())
                .json()
                .path("items")
                .path(0);
    }
}
