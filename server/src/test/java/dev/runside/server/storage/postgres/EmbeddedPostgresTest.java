package dev.runside.server.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runside.server.FreshDataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EmbeddedPostgresTest {

    private final Path data = FreshDataDirectory.make();

    @Test
    void dataAndPortAreKeptFromOneStartToTheNext() throws SQLException {
        String url;
        try (var first = start()) {
            url = first.address().url();
            execute(first, "create table kept as select 42 as answer");
        }

        try (var second = start()) {
            assertThat(second.address().url()).isEqualTo(url);
            assertThat(ask(second, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void nobodyComesInWithoutThePasswordAndTheServersRoleIsNoSuperuser() throws SQLException {
        try (var postgres = start()) {
            var address = postgres.address();
            var guessing = new DatabaseAddress(address.url(), address.user(), "guessed");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(guessing::connect)
                    .withMessageContaining("password authentication failed");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() ->
                            new DatabaseAddress(address.url(), Cluster.SUPERUSER, "").connect());
            assertThat(ask(postgres, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(ask(postgres, "show password_encryption")).isEqualTo("scram-sha-256");
            var setup =
                    new DatabaseAddress(
                            address.url(), Cluster.SUPERUSER, LonePostgres.passwords().setup());
            assertThat(ask(setup, "show unix_socket_directories")).isEmpty();
            assertThat(
                            ask(
                                    setup,
                                    "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void whatAKilledServerLeftRunningIsStoppedBeforeANewOneStarts() throws Exception {
        Process killed = startElsewhere();
        long orphan = firstLine(killed);
        killed.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (var postgres = start()) {
            assertThat(postgres.process()).isNotEqualTo(orphan);
            assertThat(ends(orphan)).isTrue();
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void aStaleFileThatNamesAnotherLivingProcessIsNoObstacleAndNoTarget() throws Exception {
        start().close();
        long bystander = ProcessHandle.current().pid();
        Files.write(
                PostmasterFile.in(data.resolve("pg")),
                List.of(
                        Long.toString(bystander),
                        "/elsewhere",
                        "0",
                        "5432",
                        "",
                        "127.0.0.1",
                        "  1   2",
                        "ready   "));

        try (var postgres = start()) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void killedAloneItIsStartedAgain() throws Exception {
        try (var postgres = start()) {
            execute(postgres, "create table survives as select 'committed' as state");
            long first = postgres.process();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            assertThat(askUntilAnswered(postgres, "select state from survives"))
                    .isEqualTo("committed");
            assertThat(postgres.process()).isNotEqualTo(first);
        }
    }

    @Test
    void closedNothingOfItRuns() throws SQLException {
        var postgres = start();
        long process = postgres.process();

        postgres.close();

        assertThat(ends(process)).isTrue();
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> postgres.address().connect());
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(LonePostgres.home(data), LonePostgres.passwords());
    }

    private Process startElsewhere() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LonePostgres.class.getName(),
                        data.toString(),
                        FreshDataDirectory.programs().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long firstLine(Process process) throws IOException {
        try (var lines = process.inputReader()) {
            return lines.lines()
                    .filter(line -> line.matches("\\d+"))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String askUntilAnswered(EmbeddedPostgres postgres, String query)
            throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return ask(postgres, query);
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("PostgreSQL did not come back", e);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    /** Its file goes a moment before the process does. */
    private static boolean ends(long process) {
        var gone =
                ProcessHandle.of(process)
                        .map(handle ->
                                handle.onExit().completeOnTimeout(handle, 10, TimeUnit.SECONDS));
        gone.ifPresent(CompletableFuture::join);
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        return ask(postgres.address(), query);
    }

    private static String ask(DatabaseAddress address, String query) throws SQLException {
        try (Connection connection = address.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String command) throws SQLException {
        try (Connection connection = postgres.address().connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
