package dev.runside.bench.heal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.bench.heal.ours.Story;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class StoryTest {

    private static final String WHOLE =
            """
            {"id": "inc_1", "number": 1, "tier": "routine", "state": "closed", "pages": [],
             "runs": [{"phase": "verified", "endedAt": "2026-01-31T12:00:09Z", "steps": []}],
             "timeline": [
              {"kind": "signal", "text": "first evidence at hop:mail/relay"},
              {"kind": "finding", "text": "hop:mail/relay: its process is gone"},
              {"kind": "charter", "text": "agent:local may run relay-gone? allowed by mail-owner"},
              {"kind": "run", "text": "runbook relay-gone started by agent:local"},
              {"kind": "tier", "text": "routine: runbook relay-gone fits"},
              {"kind": "step", "text": "diagnose alive done {state=gone}"},
              {"kind": "step", "text": "remedy restart done {state=answering}"},
              {"kind": "verify", "text": "relay-answers: 100.0 % of 5 good since the remedy (wanted 99.0 %)"},
              {"kind": "run", "text": "runbook relay-gone ended: verified (relay-answers)"},
              {"kind": "state", "text": "resolved and closed against runbook relay-gone"}]}
            """;

    @Test
    void aWholeLineLacksNothing() {
        assertThat(new Story(whole()).lacks()).isEmpty();
    }

    @Test
    void anyLineThatIsMissingIsNamed() {
        for (int line = 0; line < 10; line++) {
            ObjectNode story = whole();
            JsonNode removed = ((ArrayNode) story.path("timeline")).remove(line);

            assertThat(new Story(story).lacks())
                    .as("without %s", removed)
                    .anyMatch(lack -> lack.startsWith(removed.path("kind").asString()));
        }
    }

    @Test
    void aPageAnOpenIncidentAndAnUnverifiedRunDoNotCount() {
        ObjectNode story = whole();
        story.put("state", "open");
        ((ArrayNode) story.path("pages")).addObject().put("id", "page_1");
        ((ObjectNode) story.path("runs").path(0)).put("phase", "unverified");

        assertThat(new Story(story).lacks()).hasSize(3);
    }

    private static ObjectNode whole() {
        return (ObjectNode) JsonMapper.shared().readTree(WHOLE);
    }
}
