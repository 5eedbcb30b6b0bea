package dev.runside.server.learn;

import dev.runside.core.catalog.Action;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.catalog.Runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A runbook as the definition that a person would have written. */
final class RunbookYaml {

    private static final JsonMapper TEXTS = JsonMapper.shared();

    private RunbookYaml() {}

    static String text(Runbook runbook, Runbook.Stage stage) {
        Runbook.Verify verify = runbook.verify();
        Runbook.Limits limits = runbook.limits();
        return """
        apiVersion: runside.dev/v1
        kind: Runbook
        metadata: {name: %s, product: %s, keeper: %s}
        spec:
          stage: %s
          when: %s
          diagnose:
        %s
          remedy:
        %s
          verify: {indicator: %s, good: %s, atLeast: %d, after: %s, within: %s}
          limits: {perHour: %d, cooldown: %s, flap: %d in %s, blast: %s}
          pageBy: %s
          notes: %s
        """
                .formatted(
                        runbook.name(),
                        runbook.product().name(),
                        runbook.keeper(),
                        word(stage),
                        quoted(runbook.when()),
                        steps(runbook.diagnose()),
                        steps(runbook.remedy()),
                        quoted(verify.indicator()),
                        verify.good(),
                        verify.atLeast(),
                        time(verify.after()),
                        time(verify.within()),
                        limits.perHour(),
                        time(limits.cooldown()),
                        limits.flapCount(),
                        time(limits.flapWithin()),
                        word(limits.blast()),
                        time(runbook.pageBy()),
                        quoted(runbook.notes()));
    }

    private static String steps(List<Step> steps) {
        return steps.stream().map(RunbookYaml::step).collect(Collectors.joining("\n"));
    }

    private static String step(Step step) {
        return "    - {id: %s, run: %s, timeout: %s, idempotent: %s}"
                .formatted(step.id(), run(step.action()), time(step.timeout()), step.idempotent());
    }

    private static String run(Action action) {
        return switch (action) {
            case Action.Service service ->
                    "{service: %s, name: %s}"
                            .formatted(word(service.verb()), quoted(service.name()));
            case Action.Command command ->
                    "{command: [%s]}"
                            .formatted(
                                    command.argv().stream()
                                            .map(RunbookYaml::quoted)
                                            .collect(Collectors.joining(", ")));
            case Action.Wait wait -> "{wait: %s}".formatted(time(wait.time()));
        };
    }

    /** A text of JSON is one of YAML. */
    private static String quoted(String text) {
        return TEXTS.writeValueAsString(text);
    }

    private static String time(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
