package dev.runside.server.catalog.definition;

import dev.runside.core.catalog.Action;
import dev.runside.core.catalog.Runbook.Step;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the steps of a runbook; an id is given once in all of them. */
final class StepReader {

    private static final List<String> ACTIONS = List.of("service", "command", "wait");

    /** What means something in CEL already. */
    private static final Set<String> RESERVED =
            Set.of(
                    ("incident finding true false null in as break const continue else for if"
                                    + " function import let loop package namespace return var void"
                                    + " while")
                            .split(" "));

    private static final Form<Duration> TIMEOUT =
            Durations.between(Duration.ofMillis(10), Duration.ofHours(6));
    private static final Form<Action.Verb> VERB = Form.choice(Action.Verb.class);

    private final Fields spec;
    private final Set<String> ids = new HashSet<>();

    StepReader(Fields spec) {
        this.spec = spec;
    }

    List<Step> read(String phase) {
        return spec.list(phase).stream().map(this::step).toList();
    }

    private Step step(Fields fields) {
        String id = id(fields);
        Optional<String> condition = fields.readIfAny("if", Texts.CONDITION);
        Fields run = fields.fields("run", "{service: restart, name: relay}");
        Action action = action(run);
        Duration timeout = fields.read("timeout", TIMEOUT);
        if (action instanceof Action.Wait wait && wait.time().compareTo(timeout) >= 0) {
            fields.fault("timeout", "ends before the wait does", "write a longer timeout");
        }
        boolean idempotent = fields.readOr("idempotent", Form.FLAG, action.idempotent());
        fields.noOthers();
        return new Step(id, condition, action, timeout, idempotent);
    }

    private String id(Fields fields) {
        String id = fields.read("id", Texts.STEP_ID);
        if (RESERVED.contains(id)) {
            fields.fault("id", "'" + id + "' has a meaning in conditions", "choose another id");
        } else if (fields.has("id") && !ids.add(id)) {
            fields.fault("id", "'" + id + "' is the id of a step above", "choose another id");
        }
        return id;
    }

    private static Action action(Fields run) {
        String type = run.oneOf(ACTIONS);
        Action action =
                switch (type) {
                    case "service" -> service(run);
                    case "command" -> command(run);
                    case "wait" -> new Action.Wait(run.read("wait", Durations.ANY));
                    default -> new Action.Wait(Duration.ZERO);
                };
        if (!type.isEmpty()) {
            run.noOthers();
        }
        return action;
    }

    private static Action service(Fields run) {
        return new Action.Service(run.read("service", VERB), run.read("name", Texts.SERVICE));
    }

    private static Action command(Fields run) {
        List<String> argv = run.readAll("command", Texts.ARGUMENT);
        if (argv.isEmpty()) {
            run.fault("command", "names no program", "write command: [/path/to/program, argument]");
            return new Action.Wait(Duration.ZERO);
        }
        if (!argv.getFirst().startsWith("/")) {
            run.fault(
                    "command[0]",
                    "'" + argv.getFirst() + "' is not an absolute path",
                    "write the program as /path/to/" + argv.getFirst().replaceFirst("^\\./", ""));
        }
        return new Action.Command(argv);
    }
}
