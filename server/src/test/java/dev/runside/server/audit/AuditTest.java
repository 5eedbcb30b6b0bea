package dev.runside.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.server.RunsideServerTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RunsideServerTest
class AuditTest {

    private static final Instant AT = Instant.parse("2026-02-03T04:05:06.007Z");

    @Autowired private Audit audit;

    @Autowired private JdbcClient database;

    @Autowired private PlatformTransactionManager transactions;

    @Test
    void aLineSaysWhoDidWhatByWhichRule() {
        long before = audit.last();

        record("seen");

        assertThat(audit.after(before, 1))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.at()).isEqualTo(AT);
                    assertThat(line.actor()).isEqualTo("user:auditing");
                    assertThat(line.onBehalfOf()).isEqualTo("user:absent");
                    assertThat(line.target()).isEqualTo("product:seen");
                    assertThat(line.outcome()).isEqualTo("done");
                });
    }

    @Test
    void aLineOfAnActThatFailedIsNotThere() {
        long before = audit.last();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        inTransaction(() -> {
                            audit.record(actor(), Act.done("test", "product:undone", "rule"), AT);
                            throw new IllegalStateException("the act failed");
                        }));

        assertThat(audit.after(before, 10))
                .noneMatch(line -> line.target().equals("product:undone"));
    }

    @Test
    void thereIsNoLineOutsideOfAnAct() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(
                        () -> audit.record(actor(), Act.done("test", "product:alone", "rule"), AT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_line set actor = 'user:other'",
                "delete from audit_line",
                "truncate audit_line"
            })
    void theServersRoleMayNotChangeIt(String command) {
        record("kept");

        assertThatThrownBy(() -> database.sql(command).update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_line set actor = 'user:other'",
                "delete from audit_line",
                "truncate audit_line"
            })
    void evenWithTheRightTheTableRefuses(String command) {
        record("kept");

        assertThatThrownBy(() ->
                        inTransaction(() -> {
                            database.sql(
                                            "grant update, delete, truncate on audit_line to current_user")
                                    .update();
                            database.sql(command).update();
                        }))
                .rootCause()
                .hasMessageContaining("append only");
    }

    private void record(String product) {
        inTransaction(
                () -> audit.record(actor(), Act.done("test", "product:" + product, "rule"), AT));
    }

    private static Actor actor() {
        return new Actor("user:auditing", "tok_1", "user:absent");
    }

    private void inTransaction(Runnable act) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> act.run());
    }
}
