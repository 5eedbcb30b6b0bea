package dev.runside.server.intake.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.core.Ref;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.watch.Watching;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A batch of spans or log records counts once, also across failures and restarts. */
@IntakeTest
class FoldedOnceTest {

    @Autowired private JdbcClient database;
    @Autowired private PlatformTransactionManager transactions;

    private final long first = ThreadLocalRandom.current().nextLong();
    private final List<MetricFolder> folders = new ArrayList<>();
    private boolean failsBeforeCommit;
    private boolean failsAfterCommit;

    private final Watching watching =
            (_, sameTransaction) -> {
                new TransactionTemplate(transactions)
                        .executeWithoutResult(_ -> {
                            sameTransaction.run();
                            if (failsBeforeCommit) {
                                throw new IllegalStateException("before the commit");
                            }
                        });
                if (failsAfterCommit) {
                    throw new IllegalStateException("after the commit");
                }
            };

    @AfterEach
    void end() {
        folders.forEach(MetricFolder::close);
    }

    @Test
    void aRestartKnowsTheBatchThatIsSentAgain() {
        assertThat(started().fold(batch(1, 2, 3)).counted()).isEqualTo(3);

        assertThat(started().fold(batch(1, 2, 3)).duplicates()).isEqualTo(3);
    }

    @Test
    void aBatchWhoseAnswerGotLostIsNotCountedAgain() {
        MetricFolder folder = started();
        failsAfterCommit = true;
        assertThatThrownBy(() -> folder.fold(batch(1, 2))).hasMessageContaining("after");
        failsAfterCommit = false;

        assertThat(folder.fold(batch(1, 2)).duplicates()).isEqualTo(2);
    }

    @Test
    void aBatchThatFailedIsCountedWhenItIsSentAgain() {
        MetricFolder folder = started();
        failsBeforeCommit = true;
        assertThatThrownBy(() -> folder.fold(batch(1, 2))).hasMessageContaining("before");
        failsBeforeCommit = false;

        assertThat(folder.fold(batch(1, 2)).counted()).isEqualTo(2);
    }

    @Test
    void ofABatchInOtherPartsOnlyWhatIsNewCounts() {
        MetricFolder folder = started();
        folder.fold(batch(1, 2));

        Folded again = folder.fold(batch(2, 3));

        assertThat(again.counted()).isEqualTo(1);
        assertThat(again.duplicates()).isEqualTo(1);
    }

    @Test
    void batchesAreForgottenAfterSomeMinutes() {
        var table = new BatchTable(database);
        Export old = batch(7);
        table.write(List.of(old.batch()), Instant.now().minusSeconds(700).toEpochMilli());
        Export young = batch(8);
        table.write(List.of(young.batch()), Instant.now().minusSeconds(500).toEpochMilli());

        new Seen(table).forgetOld(Instant.now().toEpochMilli());

        assertThat(table.newest(100_000)).contains(young.batch()).doesNotContain(old.batch());
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

    private Export batch(long... ids) {
        return new Export(
                Ref.parse("source:folding"),
                Instant.now(),
                Duration.ZERO,
                List.of(),
                LongStream.of(ids)
                        .mapToObj(id ->
                                new Occurrence(
                                        first + id,
                                        Exports.nanos(Instant.now()),
                                        Counts.ofSum(1),
                                        List.of()))
                        .toList());
    }
}
