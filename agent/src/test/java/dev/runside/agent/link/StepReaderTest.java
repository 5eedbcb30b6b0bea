package dev.runside.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.agent.step.Action;
import dev.runside.agent.step.Lease;
import dev.runside.agent.step.Step;
import dev.runside.agent.step.Verb;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StepReaderTest {

    private static final Duration ASKED_AT = Duration.ofSeconds(99);

    @Test
    void aStepIsReadAsTheServerWritesIt() {
        Step step =
                read(
                        """
                        {"key": "run_1/remedy/restart/1", "run": "run_1", "runbook": "relay-gone",
                         "digest": "sha256:abc", "epoch": 7, "leaseMs": 25000, "timeoutMs": 20000,
                         "idempotent": true, "later": "field",
                         "action": {"type": "service", "verb": "restart", "name": "relay"}}
                        """);

        assertThat(step)
                .isEqualTo(
                        new Step(
                                "run_1/remedy/restart/1",
                                "run_1",
                                "relay-gone",
                                "sha256:abc",
                                7,
                                new Lease(ASKED_AT, Duration.ofSeconds(25)),
                                Duration.ofSeconds(20),
                                true,
                                new Action.OnService(Verb.RESTART, "relay")));
    }

    @Test
    void commandsAndWaitsAreRead() {
        assertThat(action("{\"type\": \"command\", \"argv\": [\"/opt/purge\", \"-x\"]}"))
                .isEqualTo(new Action.RunCommand(List.of("/opt/purge", "-x")));
        assertThat(action("{\"type\": \"wait\", \"ms\": 1500}"))
                .isEqualTo(new Action.Rest(Duration.ofMillis(1500)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"fly\"}",
                "{}",
                "[]",
                "\"restart\"",
                "{\"type\": \"service\", \"verb\": \"melt\", \"name\": \"relay\"}",
                "{\"type\": \"command\", \"argv\": []}",
                "{\"type\": \"command\", \"argv\": \"/bin/sh -c x\"}",
                "{\"type\": \"command\", \"argv\": [\"/opt/purge\", 7]}"
            })
    void anActionThatIsNotKnownIsUnheard(String json) {
        assertThat(action(json)).isInstanceOf(Action.Unheard.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"key\": \"k\"}", "{\"key\": \"k\", \"timeoutMs\": -5}"})
    void whatHasNoKeyOrNoTimeIsNoStep(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Action action(String json) {
        return read("{\"key\": \"k\", \"timeoutMs\": 5, \"action\": " + json + "}").action();
    }

    private static Step read(String json) {
        return StepReader.read(JsonMapper.builder().build().readTree(json), ASKED_AT);
    }
}
