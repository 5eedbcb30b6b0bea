package dev.runside.server.intake.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Indicator;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.MailCatalog;
import dev.runside.server.watch.Watching;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is folded survives failures and restarts exactly once: cursors and buckets stand together.
 */
@IntakeTest
class FoldingTest {

    private static final Ref SOURCE = Ref.parse("source:folding");
    private static final Indicator RATE =
            Optional.ofNullable(MailCatalog.catalog().indicators().get("mails-sent")).orElseThrow();

    @Autowired private JdbcClient database;
    @Autowired private PlatformTransactionManager transactions;

    private final UUID instrument = UUID.randomUUID();
    private final UUID series = UUID.randomUUID();
    private final Instant start = Instant.now().minusSeconds(60);
    private final FallibleWatching watching = new FallibleWatching();
    private final List<MetricFolder> folders = new ArrayList<>();

    /** Stores in a real transaction what a watch would, and fails when told to. */
    private final class FallibleWatching implements Watching {

        private boolean failsBeforeCommit;
        private boolean failsAfterCommit;

        @Override
        public void fold(List<IndicatorSample> samples, Runnable sameTransaction) {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(_ -> {
                        samples.forEach(this::store);
                        sameTransaction.run();
                        if (failsBeforeCommit) {
                            throw new IllegalStateException("killed before the commit");
                        }
                    });
            if (failsAfterCommit) {
                throw new IllegalStateException("killed after the commit");
            }
        }

        private void store(IndicatorSample each) {
            database.sql("insert into folded (series, total) values (:series, :total)")
                    .param("series", series)
                    .param("total", each.sample().total())
                    .update();
        }
    }

    @BeforeEach
    void begin() {
        database.sql("create table if not exists folded (series uuid, total float8)").update();
    }

    @AfterEach
    void end() {
        folders.forEach(MetricFolder::close);
    }

    @Test
    void aFoldThatFailsLeavesNoTraceAndIsCountedWhenItIsSentAgain() {
        MetricFolder folder = started();
        watching.failsBeforeCommit = true;
        assertThatThrownBy(() -> folder.fold(export(1, 5)))
                .hasMessageContaining("before the commit");
        assertThat(folded()).isZero();
        assertThat(cursors()).isZero();

        watching.failsBeforeCommit = false;
        folder.fold(export(1, 5));
        assertThat(folded()).isEqualTo(5);
    }

    @Test
    void aFoldWhoseAnswerGotLostIsNotCountedAgain() {
        MetricFolder folder = started();
        watching.failsAfterCommit = true;
        assertThatThrownBy(() -> folder.fold(export(1, 5)))
                .hasMessageContaining("after the commit");

        watching.failsAfterCommit = false;
        assertThat(folder.fold(export(1, 5)).duplicates()).isEqualTo(1);
        folder.fold(export(2, 9));
        assertThat(folded()).isEqualTo(9);
    }

    @Test
    void aRestartNeitherLosesNorDoubles() {
        started().fold(export(1, 5));
        started().fold(export(2, 11));
        MetricFolder third = started();
        assertThat(third.fold(export(2, 11)).duplicates()).isEqualTo(1);
        third.fold(export(3, 12));

        assertThat(folded()).isEqualTo(12);
    }

    @Test
    void histogramsAndDeltaTimesComeBackFromTheTableAsTheyWere() {
        var cursor =
                new Cursor(
                        series,
                        instrument,
                        SOURCE.toString(),
                        1,
                        2,
                        Counts.ofHistogram(3, new double[] {1, 2}, new double[] {0.5}),
                        new long[] {1_700_000_000_123_456_789L, 1_700_000_000_123_456_790L},
                        4_000);
        var after =
                new Cursor(
                        instrument,
                        instrument,
                        "source:other",
                        0,
                        2,
                        Counts.ofSum(0.5),
                        Cursor.NO_TIMES,
                        4_000);
        new CursorTable(database).append(List.of(cursor, after));

        Cursor read = stored().getFirst();
        assertThat(stored().getLast()).usingRecursiveComparison().isEqualTo(after);
        assertThat(read.counts().buckets()).containsExactly(1, 2);
        assertThat(read.counts().bounds()).containsExactly(0.5);
        assertThat(read.recentNanos())
                .containsExactly(1_700_000_000_123_456_789L, 1_700_000_000_123_456_790L);
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("counts", "recentNanos")
                .isEqualTo(cursor);
    }

    @Test
    void writtenAnewTheTableSaysTheSameInFewerWords() {
        MetricFolder folder = started();
        for (int second = 1; second <= 10; second++) {
            folder.fold(export(second, second));
        }
        assertThat(stored()).hasSize(20);

        var table = new CursorTable(database);
        Map<UUID, Cursor> last = new LinkedHashMap<>();
        table.read(cursor -> last.put(cursor.key(), cursor));
        table.rewrite(last.values());

        assertThat(stored()).hasSize(2);
        assertThat(started().fold(export(10, 10)).duplicates()).isEqualTo(1);
    }

    @Test
    void aSourceHasABoundedNumberOfSeries() {
        Ref source = Ref.parse("source:wide-" + UUID.randomUUID());
        List<Point> points =
                IntStream.rangeClosed(0, Fold.MOST_SERIES)
                        .mapToObj(_ -> point(UUID.randomUUID(), 1, 1))
                        .toList();

        Folded folded =
                started().fold(new Export(source, Instant.now(), Duration.ZERO, points, List.of()));

        assertThat(folded.counted()).isEqualTo(Fold.MOST_SERIES);
        assertThat(folded.rejections().points()).isEqualTo(1);
        assertThat(folded.rejections().message()).contains("10000 series already");
    }

    @Test
    void anInstrumentNotHeardForAnHourIsForgottenWithItsSeries() {
        MetricFolder folder = started();
        folder.fold(export(1, 5));
        assertThat(cursors()).isEqualTo(2);

        var cursors = new Cursors(new CursorTable(database));
        cursors.begin();
        cursors.forgetIdle(Instant.now().plusSeconds(3_500).toEpochMilli());
        assertThat(cursors.find(series)).isPresent();
        cursors.forgetIdle(Instant.now().plusSeconds(3_700).toEpochMilli());
        assertThat(cursors.find(series)).isEmpty();
        assertThat(cursors()).isZero();
    }

    private MetricFolder started() {
        var folder =
                new MetricFolder(
                        new Cursors(new CursorTable(database)),
                        new Seen(new BatchTable(database)),
                        watching,
                        new SimpleMeterRegistry(),
                        50_000);
        folders.add(folder);
        return folder;
    }

    private Export export(int seconds, double total) {
        return new Export(
                SOURCE,
                Instant.now(),
                Duration.ZERO,
                List.of(point(series, seconds, total)),
                List.of());
    }

    private Point point(UUID key, int seconds, double total) {
        return new Point(
                instrument,
                key,
                Exports.nanos(start),
                Exports.nanos(start.plusSeconds(seconds)),
                false,
                Counts.ofSum(total),
                List.of(new Match(RATE, false, 0)));
    }

    private double folded() {
        return database.sql("select coalesce(sum(total), 0) from folded where series = :series")
                .param("series", series)
                .query(Double.class)
                .single();
    }

    private long cursors() {
        return stored().stream().map(Cursor::key).distinct().count();
    }

    /** As they were written, this test's own. */
    private List<Cursor> stored() {
        List<Cursor> stored = new ArrayList<>();
        new CursorTable(database).read(stored::add);
        return stored.stream().filter(each -> each.instrument().equals(instrument)).toList();
    }
}
