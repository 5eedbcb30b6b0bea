package dev.runside.agent.process;

import dev.runside.agent.time.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Starts {@code sleep} and stays, to be killed. Arguments: a directory. */
final class Starter {

    private Starter() {}

    public static void main(String... arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        ServiceProcess process =
                new ServiceProcess(
                        directory.resolve("sleep.pid"), Health.none(), Duration.ofSeconds(1));
        Launch launch =
                new Launch(
                        List.of("/bin/sleep", "60"),
                        directory,
                        Map.of(),
                        directory.resolve("sleep.log"));
        process.start(launch, Deadline.in(Duration.ofSeconds(5)));
        Thread.sleep(Duration.ofMinutes(1));
    }
}
