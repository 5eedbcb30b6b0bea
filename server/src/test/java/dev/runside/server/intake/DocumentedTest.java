package dev.runside.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.Sender.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The examples of docs/reference/intake.md are taken as they stand there. */
@IntakeTest
class DocumentedTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("```json (\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, String> PATHS =
            Map.of(
                    "signal", "/api/v1/signals",
                    "ticket", "/api/v1/tickets",
                    "lineage", "/api/v1/lineage",
                    "event", "/api/v1/events");

    @Autowired private Sender sender;

    @Test
    void everyExampleIsTakenIn() throws IOException {
        String token = sender.source("*");
        Map<String, String> examples = examples();

        assertThat(examples.keySet()).containsExactlyInAnyOrderElementsOf(PATHS.keySet());
        examples.forEach((name, body) -> {
            String path = Optional.ofNullable(PATHS.get(name)).orElseThrow();
            Answer answer = sender.post(path, token, body);
            assertThat(answer.status()).as("%s: %s", name, answer.text()).isBetween(201, 202);
            assertThat(answer.json().path("accepted").asInt()).isPositive();
        });
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
