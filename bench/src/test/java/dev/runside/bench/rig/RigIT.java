package dev.runside.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RigIT {

    private static final Path ROOT = Path.of(System.getProperty("runside.root"));

    @TempDir private Path folder;

    @Test
    void whatIsKilledStaysDeadUntilItIsStarted() throws Exception {
        try (Rig rig = Rig.in(ROOT, folder)) {
            rig.startServer();
            rig.apply(new Mail(List.of("relay")).definitions());
            rig.startAgent();
            ProcessHandle postmaster = rig.postmaster();

            rig.killServerAndDatabase();
            rig.killAgent();
            assertThat(List.of(rig.server(), rig.agent(), postmaster))
                    .noneMatch(ProcessHandle::isAlive);
            rig.startServer();
            rig.startAgent();

            assertThat(new Incidents(rig).all()).isEmpty();
        }
    }

    @Test
    void aKilledServiceIsHealedAndNothingIsLeftBehind() throws Exception {
        Victim relay = Victim.in(folder, "relay", "hop:mail/relay");
        List<ProcessHandle> all = new ArrayList<>();
        try (Rig rig = Rig.in(ROOT, folder)) {
            rig.writeAgentFile(AgentFile.of(List.of(relay)));
            relay.start();
            rig.startServer();
            rig.apply(new Mail(List.of("relay")).definitions());
            rig.startAgent();

            relay.kill();

            JsonNode healed = new Incidents(rig).awaitOf(relay.hop(), "closed");
            assertThat(healed.path("tier").asString()).isEqualTo("routine");
            assertThat(healed.path("pages")).isEmpty();
            assertThat(relay.answers()).isTrue();
            all.addAll(List.of(rig.server(), rig.agent(), rig.postmaster()));
            all.add(relay.find().orElseThrow());
        }
        Until.holds(
                "every process is gone",
                Duration.ofSeconds(5),
                () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }
}
