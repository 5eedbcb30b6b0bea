package dev.runside.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.agent.step.Action;
import dev.runside.agent.step.Lease;
import dev.runside.agent.step.Outcome;
import dev.runside.agent.step.Report;
import dev.runside.agent.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir private Path directory;

    @Test
    void whatWasWrittenIsKnownAfterwards() throws Exception {
        try (Journal journal = open()) {
            journal.started(step("a", false), AT);
            journal.ended(done("a"));
            journal.started(step("b", false), AT);
            journal.seen(7);
        }

        try (Journal journal = open()) {
            assertThat(journal.find("a")).isEqualTo(new Memory.Ended(done("a")));
            assertThat(journal.find("b")).isEqualTo(Memory.Started.INSTANCE);
            assertThat(journal.find("c")).isEqualTo(Memory.NeverSeen.INSTANCE);
            assertThat(journal.epoch()).isEqualTo(7);
        }
    }

    @Test
    void whatIsNotKnownToBeReportedIsKept() throws Exception {
        try (Journal journal = open()) {
            journal.started(step("a", true), AT);
            journal.ended(done("a"));
            journal.started(step("b", true), AT);
            journal.ended(done("b"));
            journal.reported("a");
        }

        try (Journal journal = open()) {
            assertThat(journal.unreported()).containsExactly(done("b"));
            assertThat(journal.find("a")).isEqualTo(new Memory.Ended(done("a")));
        }
    }

    @Test
    void afterACrashOnlyStepsThatMustNotBeRepeatedEndAsUnknown() throws Exception {
        try (Journal journal = open()) {
            journal.started(step("once", false), AT);
            journal.started(step("again", true), AT);
        }

        try (Journal journal = open()) {
            journal.endUnrepeatable(AT.plusSeconds(9));

            assertThat(journal.unreported())
                    .singleElement()
                    .satisfies(report -> {
                        assertThat(report.key()).isEqualTo("once");
                        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
                        assertThat(report.duration()).isEqualTo(Duration.ofSeconds(9));
                    });
            assertThat(journal.find("again")).isEqualTo(Memory.Started.INSTANCE);
        }
    }

    /** The machine may die after any byte of a write: the entry is there wholly or not at all. */
    @Test
    void aTornLastLineIsAsIfNeverWritten() throws Exception {
        int whole;
        try (Journal journal = open()) {
            journal.started(step("a", false), AT);
            whole = (int) Files.size(path());
            journal.ended(done("a"));
        }
        byte[] bytes = Files.readAllBytes(path());

        for (int length = whole; length <= bytes.length; length++) {
            Files.write(path(), Arrays.copyOf(bytes, length));
            boolean ended = length == bytes.length;
            try (Journal journal = open()) {
                assertThat(journal.find("a"))
                        .as("after %d of %d bytes", length, bytes.length)
                        .isEqualTo(ended ? new Memory.Ended(done("a")) : Memory.Started.INSTANCE);
                journal.started(step("b", false), AT);
            }
            try (Journal journal = open()) {
                assertThat(journal.find("b")).isEqualTo(Memory.Started.INSTANCE);
            }
        }
    }

    @Test
    void aLastLineOfRubbishIsCutOff() throws Exception {
        try (Journal journal = open()) {
            journal.started(step("a", false), AT);
        }
        byte[] bytes = Files.readAllBytes(path());
        bytes[bytes.length - 5] ^= 1;
        Files.write(path(), bytes);

        try (Journal journal = open()) {
            assertThat(journal.find("a")).isEqualTo(Memory.NeverSeen.INSTANCE);
        }
    }

    @Test
    void aBrokenLineBeforeOthersIsRefused() throws Exception {
        try (Journal journal = open()) {
            journal.started(step("a", false), AT);
            journal.started(step("b", false), AT);
        }
        byte[] bytes = Files.readAllBytes(path());
        int middle = new String(bytes, java.nio.charset.StandardCharsets.US_ASCII).indexOf("\"a\"");
        bytes[middle + 1] = 'x';
        Files.write(path(), bytes);

        assertThatThrownBy(this::open)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("Move it away");
        assertThat(Files.readAllBytes(path())).isEqualTo(bytes);
    }

    @Test
    void itDoesNotGrowForEver() throws Exception {
        try (Journal journal = open()) {
            journal.started(step("open", true), AT);
            for (int i = 0; i < 2 * Ledger.REPORTED_KEPT; i++) {
                journal.started(step("k" + i, false), AT);
                journal.ended(done("k" + i));
                journal.reported("k" + i);
            }
        }
        long before = Files.size(path());

        try (Journal journal = open()) {
            assertThat(Files.size(path())).isLessThan(before / 2);
            assertThat(journal.find("k0")).isEqualTo(Memory.NeverSeen.INSTANCE);
            assertThat(journal.find("k" + (2 * Ledger.REPORTED_KEPT - 1)))
                    .isInstanceOf(Memory.Ended.class);
            assertThat(journal.find("open")).isEqualTo(Memory.Started.INSTANCE);
            assertThat(journal.unreported()).isEmpty();
        }
    }

    @Test
    void onlyItsOwnerCanReadIt() throws Exception {
        open().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
    }

    private Journal open() throws IOException {
        return Journal.open(path());
    }

    private Path path() {
        return directory.resolve("journal");
    }

    private static Step step(String key, boolean idempotent) {
        return new Step(
                key,
                "run_1",
                "relay-gone",
                "sha256:abc",
                1,
                new Lease(Duration.ZERO, Duration.ofSeconds(30)),
                Duration.ofSeconds(5),
                idempotent,
                new Action.Rest(Duration.ofMillis(1)));
    }

    private static Report done(String key) {
        return new Report(
                key,
                1,
                Outcome.DONE,
                "",
                Map.of("exit", "0", "stdout", "line\nanother \"quoted\" ü"),
                AT,
                AT.plusMillis(3),
                Duration.ofMillis(3));
    }
}
