package dev.runside.server.intake.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.engine.SignalsAppended;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.MailCatalog;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.StoredSignals;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.watch.Watching;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntakeTest
class SignalWriterTest {

    @Autowired private ApplicationContext server;
    @Autowired private Sender sender;
    @Autowired private Append append;
    @Autowired private Samples samples;
    @Autowired private PlatformTransactionManager transactions;

    private final AtomicInteger announced = new AtomicInteger();
    private StoredSignals stored;
    private String id = "";
    private boolean fails;

    @BeforeEach
    void begin() {
        stored = StoredSignals.fromNowOn(server);
        id = sender.unique("written");
    }

    @Test
    void aCommitThatFailsLeavesNoTraceAndTheSameSignalsAreNewWhenTheyComeAgain() {
        try (SignalWriter writer = writer(100)) {
            fails = true;
            List<Signal> batch = List.of(signal(id, "alert"), signal(id + "t", "ticket"));
            assertThatThrownBy(() -> writer.write(batch)).hasMessageContaining("killed");
            assertThat(stored.told()).isEmpty();
            assertThat(announced).hasValue(0);

            fails = false;
            assertThat(writer.write(batch)).isEqualTo(2);
            assertThat(stored.told()).hasSize(2);
            assertThat(announced).hasValue(1);
        }
    }

    @Test
    void aSignalThatTheDatabaseRefusesTakesOnlyItsOwnBatchWithIt() {
        try (SignalWriter writer = writer(100)) {
            Signal unstorable = signal(id + "\0", "alert");
            assertThatThrownBy(() -> writer.write(List.of(signal(id, "alert"), unstorable)))
                    .isInstanceOf(RuntimeException.class);
            assertThat(stored.told()).isEmpty();
            assertThat(writer.write(List.of(signal(id, "alert")))).isEqualTo(1);
        }
    }

    @Test
    void aClosedWriterTakesNothing() {
        SignalWriter closed = writer(5);
        closed.close();

        assertThatThrownBy(() -> closed.write(List.of(signal(id, "alert"))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.OVERLOADED));
    }

    private SignalWriter writer(int queue) {
        return new SignalWriter(append, samples, watching(), this::publish, queue);
    }

    private void publish(Object event) {
        assertThat(event).isEqualTo(new SignalsAppended());
        announced.incrementAndGet();
    }

    /** Runs in a real transaction, and ends it as a kill would when told to. */
    private Watching watching() {
        return (_, sameTransaction) ->
                new TransactionTemplate(transactions)
                        .executeWithoutResult(_ -> {
                            sameTransaction.run();
                            if (fails) {
                                throw new IllegalStateException("killed");
                            }
                        });
    }

    private static Signal signal(String id, String kind) {
        Instant now = Instant.now();
        return new Signal(
                id,
                Ref.parse("source:writer"),
                now,
                now,
                kind,
                Optional.of(MailCatalog.MAIL),
                Severity.INFO,
                id,
                Map.of(),
                "f");
    }
}
