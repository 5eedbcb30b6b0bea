package dev.runside.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.agent.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PulseTest {

    @TempDir private Path directory;

    @Test
    void stopsWhenTheProcessIsKilled() throws Exception {
        Process process = new ProcessBuilder("/bin/sleep", "60").start();
        try (Pulse pulse = ProcessTable.SYSTEM.pulse(process.pid()).orElseThrow()) {
            assertThat(pulse.beats()).isTrue();

            process.destroyForcibly();

            Eventually.soon("gone", () -> !pulse.beats());
        }
    }

    /** A shell that becomes another program never fetches the child that it had. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aCorpseThatNobodyFetchesIsGone() throws Exception {
        Path child = directory.resolve("child");
        Path script =
                Processes.script(
                        directory.resolve("neglectful"),
                        "sleep 1 & echo $! > " + child,
                        "exec sleep 60");
        Process parent = new ProcessBuilder(script.toString()).start();
        try {
            Eventually.soon("the child", () -> Files.exists(child) && child.toFile().length() > 1);
            long pid = Long.parseLong(Files.readString(child).strip());
            try (Pulse pulse = ProcessTable.SYSTEM.pulse(pid).orElseThrow()) {
                assertThat(pulse.beats()).isTrue();

                Eventually.soon("the corpse has no pulse", () -> !pulse.beats());

                assertThat(Files.exists(Path.of("/proc/" + pid))).isTrue();
                assertThat(ProcessTable.SYSTEM.find(pid)).isEmpty();
            }
        } finally {
            parent.destroyForcibly();
        }
    }
}
