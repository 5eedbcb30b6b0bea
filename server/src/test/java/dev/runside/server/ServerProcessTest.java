package dev.runside.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.storage.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real servers that are stopped, killed and started again. */
@Timeout(300)
class ServerProcessTest {

    private static final Map<String, String> PLAIN = Map.of();

    @Test
    void aServerIsKilledAndStartedAgainAndLeavesNothingBehindWhenItStops() throws Exception {
        Path data = FreshDataDirectory.make();
        long epoch;
        try (var killed = ServerProcess.start(data, PLAIN)) {
            killed.awaitReady();
            epoch = killed.epoch();
            thePostgresOf(data).destroyForcibly();
            thatLostItsPostgresHoldsTheSameEpochAgain(killed, epoch);
            killed.kill();
        }
        ProcessHandle orphan = thePostgresOf(data);

        try (var server = ServerProcess.start(data, PLAIN)) {
            server.awaitReady();
            assertThat(server.epoch()).isEqualTo(epoch + 1);
            assertThat(orphan.isAlive()).isFalse();
            aSecondServerOnTheSameDirectoryIsRefused(data);

            ProcessHandle postgres = thePostgresOf(data);
            assertThat(server.stop()).isLessThan(Duration.ofSeconds(20));
            assertThat(postgres.isAlive()).isFalse();
        }
    }

    @Test
    void aSecondServerStandsByUntilItIsToldToStopOrTheFirstIsKilled() throws Exception {
        try (var database = TestPostgres.start();
                var first =
                        ServerProcess.start(FreshDataDirectory.make(), database.environment())) {
            first.awaitReady();
            long epoch = first.epoch();
            aServerThatStandsByStopsWhenToldTo(database);

            try (var second = standingBy(database)) {
                long killed = System.nanoTime();
                first.kill();
                second.awaitOutput("Taking over");
                assertThat(Duration.ofNanos(System.nanoTime() - killed))
                        .isLessThan(Duration.ofSeconds(30));

                second.awaitReady();
                assertThat(second.epoch()).isEqualTo(epoch + 1);
            }
        }
    }

    private static void aServerThatStandsByStopsWhenToldTo(TestPostgres database) throws Exception {
        try (var second = standingBy(database)) {
            assertThat(second.stop()).isLessThan(Duration.ofSeconds(20));
        }
    }

    private static ServerProcess standingBy(TestPostgres database) throws Exception {
        var server = ServerProcess.start(FreshDataDirectory.make(), database.environment());
        server.awaitOutput("Standing by");
        return server;
    }

    private static void thatLostItsPostgresHoldsTheSameEpochAgain(ServerProcess server, long epoch)
            throws Exception {
        server.awaitOutput("Holding the database again");
        server.awaitReady();
        assertThat(server.epoch()).isEqualTo(epoch);
    }

    private static void aSecondServerOnTheSameDirectoryIsRefused(Path data) throws Exception {
        try (var second = ServerProcess.start(data, PLAIN)) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.output()).contains("already uses " + data, "Stop that one first");
        }
    }

    private static ProcessHandle thePostgresOf(Path data) throws IOException {
        String process =
                Files.readAllLines(data.resolve("pg").resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(process.strip())).orElseThrow();
    }
}
