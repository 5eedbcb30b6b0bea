package dev.runside.server.intake.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.runside.server.RunsideServerTest;
import dev.runside.server.Soon;
import dev.runside.server.intake.Counted;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.SettableMachine;
import dev.runside.server.storage.DataDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that is asked: a real PostgreSQL, by definitions that were applied. */
@RunsideServerTest
@Import({SettableMachine.class, Sender.class})
class SqlTest {

    private static final String SOURCE =
            """
            apiVersion: runside.dev/v1
            kind: DataSource
            metadata: {name: PRODUCT}
            spec: {type: sql, address: "127.0.0.1:%d", database: "%s", user: "%s", password: PRODUCT}
            ---
            apiVersion: runside.dev/v1
            kind: Indicator
            metadata: {name: PRODUCT-sent}
            spec:
              subject: product:PRODUCT
              layer: outcome
              function: support
              sql: {source: PRODUCT, query: "select sum(sent) from PRODUCT", every: 1s}
              findings: [{stalled: {below: 0.3, over: 10s}}]\
            """;

    @Autowired private ApplicationContext server;
    @Autowired private HikariDataSource own;
    @Autowired private JdbcClient database;
    @Autowired private DataDirectory directory;

    private HealedCompany company;

    @BeforeEach
    void define() throws IOException {
        company = new HealedCompany(server);
        database.sql("create table " + company.product() + " (sent int, waiting int)").update();
        set(7, 0);
        writePassword();
        URI url = URI.create(own.getJdbcUrl().replaceFirst("^jdbc:", ""));
        company.isDefined(
                SOURCE.formatted(url.getPort(), url.getPath().substring(1), own.getUsername()),
                "threshold: {source: PRODUCT, query: select max(waiting) from PRODUCT, op: lte, value: 5, every: 1s}",
                "15s");
    }

    @Test
    void whatADatabaseSaysStartsARunbookAndVerifiesIt() {
        set(7, 17);
        company.isRemedied();
        set(7, 0);

        assertThat(HealedCompany.isPaged(company.awaitPhase("verified"))).isFalse();
    }

    @Test
    void howManyThereWereIsCountedEachInterval() {
        var counted = Counted.fromNowOn(server, company.product() + "-sent");

        double total = Soon.get(counted::total, sum -> sum >= 21);

        assertThat(total % 7).isZero();
    }

    private void set(int sent, int waiting) {
        database.sql("delete from " + company.product()).update();
        database.sql("insert into " + company.product() + " values (:sent, :waiting)")
                .param("sent", sent)
                .param("waiting", waiting)
                .update();
    }

    private void writePassword() throws IOException {
        Path folder = Files.createDirectories(directory.file("source-token"));
        Path file = folder.resolve(company.product());
        Files.writeString(file, own.getPassword());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
