package dev.runside.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.bench.rig.AgentFile;
import dev.runside.bench.rig.Incidents;
import dev.runside.bench.rig.Mail;
import dev.runside.bench.rig.Rig;
import dev.runside.bench.rig.Victim;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a runbook would heal, while all acting is held and while no agent is there. */
class NobodyActsIT {

    private static final String SECOND = "hop:mail/second";

    @TempDir private Path folder;
    private Rig rig;
    private Victim relay;

    @BeforeEach
    void start() throws Exception {
        rig = Rig.in(StepRig.ROOT, folder);
        relay = Victim.in(folder, "relay", "hop:mail/relay");
        rig.writeAgentFile(AgentFile.of(List.of(relay)));
        relay.start();
        rig.startServer();
        rig.apply(new Mail(List.of("relay", "second")).definitions());
        rig.startAgent();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void heldItIsNotHealedAndWithoutAnAgentItIsNovelAndEachPages() throws Exception {
        Incidents incidents = new Incidents(rig);

        assertThat(rig.runside("hold", "--reason", "a look by hand")).isZero();
        relay.kill();
        JsonNode held = incidents.await("held and paged", it -> about(it, relay.hop(), "user:ada"));
        assertThat(held.path("timeline").toString()).contains("held back (hold)", "a look by hand");
        assertThat(held.path("runs")).isEmpty();
        assertThat(held.path("tier").asString()).isEqualTo("novel");
        assertThat(relay.find()).isEmpty();
        assertThat(rig.runside("hold", "--off")).isZero();

        rig.killAgent();
        JsonNode silent =
                incidents.await("a silent agent", it -> about(it, "agent:local", "user:pat"));
        assertThat(silent.path("findings").path(0).path("kind").asString())
                .isEqualTo("agent-silent");
        assertThat(silent.path("findings").path(0).path("layer").asString()).isEqualTo("machinery");

        tellGone(rig.source("eye", "product:mail"));
        JsonNode novel = incidents.await("a novel failure", it -> about(it, SECOND, "user:ada"));
        assertThat(novel.path("tier").asString()).isEqualTo("novel");
        assertThat(novel.path("timeline").toString()).contains("held back (no-agent)");
        assertThat(novel.path("runs")).isEmpty();
    }

    private static boolean about(JsonNode incident, String subject, String paged) {
        return incident.path("findings").findValuesAsString("subject").contains(subject)
                && StepRig.paged(incident).equals(List.of(paged));
    }

    private void tellGone(String token) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(rig.url() + "/api/v1/signals"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        """
                                        {"id": "gone-1", "kind": "process-gone", "subject": "%s"}
                                        """
                                                .formatted(SECOND)))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        }
    }
}
