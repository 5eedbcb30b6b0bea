package dev.runside.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.bench.rig.AgentFile;
import dev.runside.bench.rig.Mail;
import dev.runside.bench.rig.Rig;
import dev.runside.bench.rig.Until;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Server and PostgreSQL die and nobody starts them again: the agent pages by its card. */
class EmergencyCardIT {

    private static final Duration PROMISED = Duration.ofSeconds(90);

    @TempDir private Path folder;

    @Test
    void theAgentPagesThePlatformOwnerWithinNinetySeconds() throws Exception {
        try (Webhook webhook = new Webhook();
                Rig rig =
                        Rig.in(
                                StepRig.ROOT,
                                folder,
                                "--runside.pager.webhook-url=" + webhook.url())) {
            rig.writeAgentFile(AgentFile.of(List.of()));
            rig.startServer();
            rig.apply(new Mail(List.of("relay")).definitions());
            rig.startAgent();
            Until.holds("the agent has the card", Duration.ofSeconds(20), () -> hasCard(rig));
            String secret = Files.readString(rig.data().resolve("secret/webhook.key")).strip();

            rig.killServerAndDatabase();
            long killed = System.nanoTime();
            Webhook.Message message =
                    Until.find(
                            "an emergency page",
                            PROMISED,
                            () -> webhook.messages("emergency").stream().findFirst());

            System.out.printf(
                    "emergency page %.1f s after the kill%n", (System.nanoTime() - killed) / 1e9);
            assertThat(message.signature()).isEqualTo(message.expected(secret));
            JsonNode page = message.json();
            assertThat(page.path("to").valueStream().map(JsonNode::asString))
                    .contains("user:pat", "user:ari");
            assertThat(page.path("text").asString()).contains("agent:local", rig.url());
            assertThat(webhook.messages("page")).isEmpty();
        }
    }

    private static boolean hasCard(Rig rig) throws Exception {
        JsonNode card =
                JsonMapper.shared()
                        .readTree(Files.readString(rig.data().resolve("agent/card.json")));
        String payload =
                new String(
                        Base64.getDecoder().decode(card.path("payload").asString()),
                        StandardCharsets.UTF_8);
        return payload.contains("user:pat");
    }
}
