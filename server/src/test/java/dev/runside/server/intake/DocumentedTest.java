package dev.runside.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.Sender.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The examples of docs/reference/intake.md are taken as they stand there. */
@IntakeTest
class DocumentedTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("```json ([\\w-]+)\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, String> PATHS =
            Map.of(
                    "signal", "/api/v1/signals",
                    "ticket", "/api/v1/tickets",
                    "lineage", "/api/v1/lineage",
                    "event", "/api/v1/events",
                    "alerts", "/api/v2/alerts",
                    "alertmanager", "/api/v1/webhooks/alertmanager",
                    "grafana", "/api/v1/webhooks/grafana",
                    "pagerduty", "/v2/enqueue",
                    "pagerduty-change", "/v2/change/enqueue");
    private static final Set<String> SIGNED = Set.of("github", "gitlab", "zendesk");

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    @Test
    void everyExampleIsTakenIn() throws IOException {
        String token = sender.source("*");
        Map<String, String> examples = examples();

        assertThat(examples.keySet()).containsAll(PATHS.keySet()).containsAll(SIGNED);
        assertThat(examples).hasSize(PATHS.size() + SIGNED.size());
        examples.forEach((name, body) -> {
            var stored = StoredSignals.fromNowOn(server);
            Answer answer = sent(name, token, body.replace("TOKEN", token));
            assertThat(answer.status()).as("%s: %s", name, answer.text()).isBetween(200, 202);
            assertThat(stored.told()).as(name).isNotEmpty();
        });
    }

    private Answer sent(String name, String token, String body) {
        return switch (name) {
            case "github" -> new Hooks(server, sender).github(token, "deployment_status", body);
            case "gitlab" -> new Hooks(server, sender).gitlab(token, body);
            case "zendesk" -> new Hooks(server, sender).zendesk(token, body);
            default -> sender.post(Optional.ofNullable(PATHS.get(name)).orElseThrow(), token, body);
        };
    }

    private static Map<String, String> examples() throws IOException {
        Path root = Path.of(System.getProperty("runside.root", ".."));
        Matcher match = EXAMPLE.matcher(Files.readString(root.resolve("docs/reference/intake.md")));
        Map<String, String> examples = new TreeMap<>();
        while (match.find()) {
            examples.put(match.group(1), match.group(2));
        }
        return examples;
    }
}
