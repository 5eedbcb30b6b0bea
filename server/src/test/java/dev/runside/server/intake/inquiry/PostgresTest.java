package dev.runside.server.intake.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.runside.core.Ref;
import dev.runside.core.catalog.DataSource;
import dev.runside.core.catalog.Indicator.Measure.Queried;
import dev.runside.core.catalog.Question;
import dev.runside.core.watch.Sample;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.inquiry.Unanswered.Away;
import dev.runside.server.intake.inquiry.Unanswered.Refused;
import dev.runside.server.storage.DataDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL of the server under test is asked. */
@IntakeTest
class PostgresTest {

    private static final Ref SOURCE = Ref.parse("source:mails");

    @Autowired private Postgres postgres;
    @Autowired private HikariDataSource own;
    @Autowired private JdbcClient database;
    @Autowired private DataDirectory directory;

    @BeforeEach
    void writePassword() throws IOException {
        Path folder = Files.createDirectories(directory.file("source-token"));
        Path file = folder.resolve("mails-reader");
        Files.writeString(file, own.getPassword());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve("mails-guess"), "guessed");
        Files.setPosixFilePermissions(
                folder.resolve("mails-guess"), PosixFilePermissions.fromString("rw-------"));
        database.sql("create table if not exists kit_mail (number int)").update();
    }

    @Test
    void oneNumberIsAnAnswerAndNullIsNone() {
        assertThat(ask("select 17.5")).hasValue(17.5);
        assertThat(ask("with two as (select 2 as n) select sum(n) from two")).hasValue(2);
        assertThat(ask("select sum(number) from kit_mail where number < 0")).isEmpty();
    }

    @Test
    void whatIsNotOneNumberIsRefused() {
        assertRefused("select 1 union all select 2", "more than one row");
        assertRefused("select 1, 2", "not one row with one number");
        assertRefused("select 1 where false", "not one row with one number");
        assertRefused("select nothing", "nothing");
        assertRefused("select 'many'", "many");
    }

    @Test
    void nothingIsWritten() {
        assertRefused(
                "with one as (insert into kit_mail values (1) returning number) select number from one",
                "read-only");
        assertThat(database.sql("select count(*) from kit_mail").query(Long.class).single())
                .isZero();
    }

    @Test
    void aQueryThatTakesTooLongIsEnded() {
        long began = System.nanoTime();
        assertRefused("select count(pg_sleep(30))", "took longer than 5 s");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whoDoesNotLetItInOrIsNotThereIsAway() {
        assertThatThrownBy(() -> postgres.ask(source(address(), "mails-guess"), "select 1"))
                .isInstanceOf(Away.class)
                .hasMessageNotContaining("guessed");
        assertThatThrownBy(() -> postgres.ask(source(address(), "mails-nowhere"), "select 1"))
                .isInstanceOf(Away.class);
        assertThatThrownBy(() -> postgres.ask(source("127.0.0.1:1", "mails-reader"), "select 1"))
                .isInstanceOf(Away.class);
    }

    @Test
    void anAmountIsSpreadOverTheTimeSinceTheQuestionBefore() {
        var now = Instant.parse("2026-03-01T12:00:00Z");
        var measure =
                new Queried(
                        SOURCE,
                        new Question.Amount("select 60"),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1));

        List<Sample> samples = new Figure(now, 60).of(measure);

        assertThat(samples)
                .hasSize(6)
                .contains(
                        new Sample(now.minusSeconds(60), now, 10, 10),
                        new Sample(now.minusSeconds(60), now.minusSeconds(50), 10, 10));
    }

    private void assertRefused(String query, String words) {
        assertThatThrownBy(() -> ask(query))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }

    private OptionalDouble ask(String query) {
        return postgres.ask(source(address(), "mails-reader"), query);
    }

    private String address() {
        URI url = URI.create(own.getJdbcUrl().replaceFirst("^jdbc:", ""));
        return url.getHost() + ":" + url.getPort();
    }

    private DataSource.Sql source(String address, String password) {
        URI url = URI.create(own.getJdbcUrl().replaceFirst("^jdbc:", ""));
        return new DataSource.Sql(
                SOURCE,
                address,
                url.getPath().substring(1),
                own.getUsername(),
                Optional.of(password));
    }
}
