package dev.runside.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runside.server.FreshDataDirectory;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.postgres.DatabaseAddress;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two servers on one database: only one may write, and what the older one still tries to commit is
 * refused.
 */
class EpochTest {

    private static Database database;
    private static DriverManagerDataSource source;
    private static JdbcClient client;

    @BeforeAll
    static void startPostgres() {
        var settings =
                new StorageSettings(
                        FreshDataDirectory.make(),
                        FreshDataDirectory.programs().toString(),
                        new StorageSettings.External("", "", ""));
        database = Database.open(settings, DataDirectory.make(settings.data()));
        DatabaseAddress address = database.address();
        source = new DriverManagerDataSource(address.url(), address.user(), address.password());
        client = JdbcClient.create(source);
        Flyway.configure().dataSource(source).placeholderReplacement(false).load().migrate();
        client.sql("create table written (epoch bigint)").update();
    }

    @AfterAll
    static void stopPostgres() {
        database.close();
    }

    @Test
    void anOlderServersCommitIsRefused() {
        var older = Epoch.raise(client);
        write(older);
        var newer = Epoch.raise(client);

        assertThat(newer.current()).isEqualTo(older.current() + 1);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> write(older))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.SUPERSEDED));
        write(newer);
        assertThat(
                        client.sql("select count(*) from written where epoch = :epoch")
                                .param("epoch", older.current())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void aTakeOverWaitsForACommitThatHasCheckedAlready() throws Exception {
        var older = Epoch.raise(client);
        try (var connection = database.address().connect()) {
            connection.setAutoCommit(false);
            older.check(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            var takeOver = CompletableFuture.supplyAsync(() -> Epoch.raise(client));

            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> takeOver.get(300, TimeUnit.MILLISECONDS));
            connection.commit();

            assertThat(takeOver.get(10, TimeUnit.SECONDS).current()).isEqualTo(older.current() + 1);
        }
    }

    @Test
    void aSecondServerStandsByUntilTheFirstIsGone() throws Exception {
        var first = new ServerLock(database.address());
        var second = new ServerLock(database.address());
        first.await();
        var waiting = CompletableFuture.runAsync(() -> awaitTurn(second));

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> waiting.get(1500, TimeUnit.MILLISECONDS));
        assertThat(first.held()).isTrue();
        first.close();

        waiting.get(10, TimeUnit.SECONDS);
        assertThat(second.held()).isTrue();
        assertThat(first.held()).isFalse();
        second.close();
    }

    @Test
    void settingsThatLoseCommitsAreNamed() throws SQLException {
        try (var connection = database.address().connect()) {
            var session = new SingleConnectionDataSource(connection, true);
            var settings = new DurableSettings(JdbcClient.create(session));
            assertThat(settings.off()).isEmpty();

            connection.createStatement().execute("set synchronous_commit = off");

            assertThat(settings.check().sentence()).contains("synchronous_commit must be on");
        }
    }

    private static void write(Epoch epoch) {
        new TransactionTemplate(transactions(epoch))
                .executeWithoutResult(_ ->
                        client.sql("insert into written values (:epoch)")
                                .param("epoch", epoch.current())
                                .update());
    }

    private static EpochTransactionManager transactions(Epoch epoch) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("epoch", epoch);
        return new EpochTransactionManager(source, beans.getBeanProvider(Epoch.class));
    }

    private static void awaitTurn(ServerLock lock) {
        try {
            lock.await();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
