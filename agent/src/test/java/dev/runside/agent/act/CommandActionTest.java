package dev.runside.agent.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.agent.Eventually;
import dev.runside.agent.process.Processes;
import dev.runside.agent.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandActionTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir private Path directory;

    private final CommandAction action =
            new CommandAction(
                    Redaction.of(
                            List.of(Map.of("DB_PASSWORD", "hunter2hunter2", "MODE", "quiet")),
                            Map.of("agent key", "rs_agent_abcdef")));

    @Test
    void whatAProgramPrintsAndItsExitStatusAreReported() throws Exception {
        Result result = run(LONG, "echo out", "echo err >&2", "exit 3");

        assertThat(result.done()).isFalse();
        assertThat(result.reason()).isEqualTo("it ended with exit status 3");
        assertThat(result.output())
                .isEqualTo(Map.of("stdout", "out\n", "stderr", "err\n", "exit", "3"));
    }

    @Test
    void argumentsAreNotReadByAShell() throws Exception {
        Path echo = Processes.script(directory.resolve("tool"), "printf '%s|' \"$@\"");

        Result result =
                action.run(
                        List.of(echo.toString(), "$(id)", "a b", "; rm -rf /"), Deadline.in(LONG));

        assertThat(result.output()).containsEntry("stdout", "$(id)|a b|; rm -rf /|");
    }

    @Test
    void outputIsBoundedAndSaysHowMuchThereWas() throws Exception {
        Result result = run(LONG, "yes | head -c 1000000");

        assertThat(result.output().get("stdout"))
                .hasSizeBetween(OutputCapture.KEPT, OutputCapture.KEPT + 40)
                .endsWith("[1000000 bytes in all]");
    }

    @Test
    void secretsAreTakenOutByTheirValue() throws Exception {
        Result result = run(LONG, "echo connect hunter2hunter2@db as rs_agent_abcdef, quiet");

        assertThat(result.output())
                .containsEntry(
                        "stdout",
                        "connect [redacted DB_PASSWORD]@db as [redacted agent key], quiet\n");
    }

    @Test
    void aSecretAtTheEndOfWhatIsKeptIsNotLeftByHalf() throws Exception {
        Result result =
                run(
                        LONG,
                        "yes | head -c " + (OutputCapture.KEPT - 5),
                        "printf hunter2hunter2",
                        "yes | head -c 1000");

        assertThat(result.output().get("stdout"))
                .contains("[redacted DB_PASSWORD]")
                .doesNotContain("hunt");
    }

    @Test
    void aProgramThatTakesTooLongIsEndedWithItsChildren() throws Exception {
        Path child = directory.resolve("child");

        Result result =
                run(
                        Duration.ofMillis(500),
                        "trap '' TERM",
                        "sleep 60 & echo $! > " + child,
                        "echo begun",
                        "wait",
                        "sleep 60");

        assertThat(result.done()).isFalse();
        assertThat(result.reason()).contains("time was up");
        assertThat(result.output()).containsEntry("stdout", "begun\n");
        long pid = Long.parseLong(Files.readString(child).strip());
        Eventually.soon("the child has ended", () -> ProcessHandle.of(pid).isEmpty());
    }

    @Test
    void aChildThatKeepsTheOutputOpenIsNotWaitedFor() throws Exception {
        Path child = directory.resolve("child");
        long begun = System.nanoTime();

        Result result = run(LONG, "sleep 30 & echo $! > " + child, "echo over");

        assertThat(result.output()).containsEntry("stdout", "over\n").containsEntry("exit", "0");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        Processes.signal("KILL", Long.parseLong(Files.readString(child).strip()));
    }

    @Test
    void theAgentsOwnEnvironmentIsNotPassedOn() throws Exception {
        Result result = run(LONG, "env | sed 's/=.*//' | sort");

        assertThat(result.output().getOrDefault("stdout", "").lines())
                .isNotEmpty()
                .isSubsetOf(
                        "PATH",
                        "HOME",
                        "USER",
                        "LOGNAME",
                        "LANG",
                        "LC_ALL",
                        "LC_CTYPE",
                        "TZ",
                        "TMPDIR",
                        "PWD",
                        "OLDPWD",
                        "SHLVL",
                        "_");
    }

    @Test
    void aProgramThatCannotBeStartedSaysWhy() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> action.run(List.of(missing.toString()), Deadline.in(LONG)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing");
    }

    private Result run(Duration timeout, String... lines) throws Exception {
        Path script = Processes.script(directory.resolve("script"), lines);
        return action.run(List.of(script.toString()), Deadline.in(timeout));
    }
}
