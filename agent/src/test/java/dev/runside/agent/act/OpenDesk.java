package dev.runside.agent.act;

import dev.runside.agent.Eventually;
import dev.runside.agent.config.AgentConfig;
import dev.runside.agent.config.Probe;
import dev.runside.agent.config.Service;
import dev.runside.agent.journal.Journal;
import dev.runside.agent.process.Processes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A desk with its journal, a hold, and programs to run. */
abstract class OpenDesk {

    @TempDir Path directory;

    final RecordedReports reports = new RecordedReports();
    Path line;
    Path append;
    Path slow;
    Hold hold;
    Journal journal;
    Desk desk;

    @BeforeEach
    void open() throws IOException {
        line = directory.resolve("lines");
        append = Processes.script(directory.resolve("append"), "echo line >> " + line);
        slow =
                Processes.script(
                        directory.resolve("slow"),
                        "echo $$ > " + directory.resolve("slow.pid"),
                        "sleep 30");
        hold = new Hold(directory.resolve("hold"));
        journal = Journal.open(directory.resolve("journal"));
        desk = desk(Set.of(), append, slow);
    }

    @AfterEach
    void close() throws IOException {
        hold.fromServer(true);
        desk.breakOff();
        desk.close(Duration.ofSeconds(5));
        journal.close();
    }

    final long beginSlow(String key) throws Exception {
        desk.offer(Steps.command(key, slow.toString()));
        Path pid = directory.resolve("slow.pid");
        Eventually.soon("the program runs", () -> pid.toFile().length() > 1);
        return Long.parseLong(Files.readString(pid).strip());
    }

    static boolean lives(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }

    final List<String> lines() throws IOException {
        return Files.readAllLines(line);
    }

    final Desk desk(Set<Service> services, Path... commands) {
        AgentConfig config =
                new AgentConfig(
                        "local",
                        URI.create("http://127.0.0.1:1"),
                        List.copyOf(services),
                        Set.of(commands),
                        Set.of(),
                        Probe.standard());
        return new Acting(config, hold, new UnwatchedHands(), "rs_agent_key")
                .desk(journal, reports);
    }

    private record UnwatchedHands() implements InHand {

        @Override
        public void taken(String service) {
            // Nobody watches here.
        }

        @Override
        public void released(String service, boolean stopped) {
            // Nobody watches here.
        }
    }
}
