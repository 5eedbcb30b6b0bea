package dev.runside.server.catalog.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.catalog.Runbook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunbookReaderTest {

    private static final String WHOLE =
            """
            apiVersion: runside.dev/v1
            kind: Runbook
            metadata: {name: relay-gone, product: mail, keeper: user:ada}
            spec:
              stage: act
              when: >
                incident.suspect == "hop:mail/relay"
                && finding.kind in ["process-gone"]
              diagnose:
                - {id: alive, run: {service: status, name: relay}, timeout: 3s}
              remedy:
                - {id: clear, run: {command: [/bin/clear, now]}, timeout: 5s}
                - {id: pause, run: {wait: 2s}, timeout: 3s}
                - id: restart
                  if: alive.state != "answering"
                  run: {service: restart, name: relay}
                  timeout: 20s
                  idempotent: false
              verify: {indicator: relay-answers, good: 0.99, atLeast: 50, after: 1s, within: 60s}
              limits: {perHour: 4, cooldown: 1m, flap: 2 in 30m, blast: estate}
              pageBy: 2m
              notes: |
                Look at the *relay's* log.
            """;

    @Test
    void aRunbookIsReadWithItsStepsAndLimits() {
        assertThat(Yaml.only(Runbook.class, WHOLE))
                .isEqualTo(
                        new Runbook(
                                "relay-gone",
                                Ref.parse("product:mail"),
                                Ref.parse("user:ada"),
                                Runbook.Stage.ACT,
                                "incident.suspect == \"hop:mail/relay\""
                                        + " && finding.kind in [\"process-gone\"]",
                                List.of(
                                        step(
                                                "alive",
                                                new Action.Service(Action.Verb.STATUS, "relay"),
                                                3,
                                                true)),
                                List.of(
                                        step(
                                                "clear",
                                                new Action.Command(List.of("/bin/clear", "now")),
                                                5,
                                                false),
                                        step(
                                                "pause",
                                                new Action.Wait(Duration.ofSeconds(2)),
                                                3,
                                                true),
                                        new Runbook.Step(
                                                "restart",
                                                Optional.of("alive.state != \"answering\""),
                                                new Action.Service(Action.Verb.RESTART, "relay"),
                                                Duration.ofSeconds(20),
                                                false)),
                                new Runbook.Verify(
                                        "relay-answers",
                                        0.99,
                                        50,
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(60)),
                                List.of(),
                                new Runbook.Limits(
                                        4,
                                        Duration.ofMinutes(1),
                                        2,
                                        Duration.ofMinutes(30),
                                        Runbook.Blast.ESTATE),
                                Duration.ofMinutes(2),
                                "Look at the *relay's* log.",
                                Yaml.read(WHOLE).definitions().getFirst().digest()));
    }

    @Test
    void whatIsNotSaidIsCareful() {
        String text = WHOLE.replaceAll("(?m)^  (stage|limits|pageBy):.*\n", "");

        Runbook runbook = Yaml.only(Runbook.class, text);

        assertThat(runbook.stage()).isEqualTo(Runbook.Stage.OBSERVE);
        assertThat(runbook.pageBy()).isEqualTo(Duration.ofMinutes(3));
        assertThat(runbook.limits())
                .isEqualTo(
                        new Runbook.Limits(
                                6,
                                Duration.ofSeconds(30),
                                3,
                                Duration.ofMinutes(15),
                                Runbook.Blast.PRODUCT));
    }

    @Test
    void aTimeoutWithoutAUnitIsNamedByItsLine() {
        assertThat(Yaml.faults(WHOLE.replace("timeout: 20s", "timeout: 20")))
                .containsExactly(
                        "mail.yaml:17 spec.remedy[2].timeout: '20' is not a duration;"
                                + " write 20s, 3m or 1h");
    }

    @Test
    void everyStepHasATimeout() {
        assertThat(Yaml.faults(WHOLE.replace(", timeout: 3s}", "}")))
                .containsExactly(
                        "mail.yaml:10 spec.diagnose[0].timeout: is missing; add timeout: 20s",
                        "mail.yaml:13 spec.remedy[1].timeout: is missing; add timeout: 20s");
    }

    @Test
    void aCommandIsAnAbsolutePath() {
        assertThat(Yaml.faults(WHOLE.replace("[/bin/clear, now]", "[./clear, now]")))
                .containsExactly(
                        "mail.yaml:12 spec.remedy[0].run.command[0]: './clear' is not an absolute"
                                + " path; write the program as /path/to/clear");
        assertThat(Yaml.faults(WHOLE.replace("[/bin/clear, now]", "[]")))
                .containsExactly(
                        "mail.yaml:12 spec.remedy[0].run.command: names no program;"
                                + " write command: [/path/to/program, argument]");
        assertThat(Yaml.faults(WHOLE.replace("[/bin/clear, now]", "/bin/clear now")))
                .contains(
                        "mail.yaml:12 spec.remedy[0].run.command: is not a list;"
                                + " write [one, two]");
    }

    @Test
    void aStepsIdIsGivenOnceAndMeansNothingElse() {
        assertThat(
                        Yaml.faults(
                                WHOLE.replace("id: pause", "id: alive")
                                        .replace("id: clear", "id: in")))
                .containsExactly(
                        "mail.yaml:12 spec.remedy[0].id: 'in' has a meaning in conditions;"
                                + " choose another id",
                        "mail.yaml:13 spec.remedy[1].id: 'alive' is the id of a step above;"
                                + " choose another id");
    }

    @Test
    void aWaitEndsBeforeItsTimeout() {
        assertThat(Yaml.faults(WHOLE.replace("wait: 2s", "wait: 3s")))
                .containsExactly(
                        "mail.yaml:13 spec.remedy[1].timeout: ends before the wait does;"
                                + " write a longer timeout");
    }

    private static Runbook.Step step(String id, Action action, int seconds, boolean idempotent) {
        return new Runbook.Step(
                id, Optional.empty(), action, Duration.ofSeconds(seconds), idempotent);
    }
}
