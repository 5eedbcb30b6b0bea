package dev.runside.cli;

import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "exec",
        description = {
            "Has an agent do something about an incident, and records it: the third time, a runbook is drafted of it.",
            "Ends with 0 when it was done, with 1 when it was not, or nobody knows."
        },
        footer = {
            "",
            "  runside exec --incident 12 -- service status mail-relay",
            "  runside exec --incident 12 -- service restart mail-relay",
            "  runside exec --incident 12 -- command /opt/mail/flush --all",
            "",
            "The agent does it where its agent.yaml allows it. No shell reads the arguments."
        },
        mixinStandardHelpOptions = true)
final class ExecCommand implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int IN_SERVICE = 3;

    @Spec private CommandSpec command;
    @Mixin private Output output;
    @Mixin private Connection connection;

    @Option(
            names = "--incident",
            paramLabel = "ID",
            required = true,
            description = "The incident's number, as 1234 or '#1234', or its identifier.")
    private String incident;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long it may take, 1 to 600 (default: ${DEFAULT-VALUE}).",
            defaultValue = "30")
    private int timeout;

    @Parameters(
            arity = "1..*",
            paramLabel = "ACTION",
            description =
                    "After --: service and start, stop, restart or status and its name; or command, a program and its arguments.")
    private List<String> action;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Object> wanted = wanted();
        ServerApi server = connection.open();
        Resource about = IncidentPath.of(incident);
        JsonNode deed =
                about.post(server, "exec", wanted)
                        .path("deeds")
                        .valueStream()
                        .reduce((_, last) -> last)
                        .orElseThrow();
        String id = deed.path("id").asString();
        output.remark(
                "%s does it: %s"
                        .formatted(deed.path("agent").asString(), deed.path("action").asString()));
        while (deed.path("outcome").isNull()) {
            Thread.sleep(BETWEEN_LOOKS);
            deed = deed(about.get(server), id);
        }
        output.answer(deed, words(deed));
        return deed.path("outcome").asString().equals("done") ? 0 : 1;
    }

    private static JsonNode deed(JsonNode incident, String id) {
        return incident.path("deeds")
                .valueStream()
                .filter(deed -> deed.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> wanted() {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("timeoutSeconds", timeout);
        List<String> rest = action.subList(1, action.size());
        if (action.getFirst().equals("service") && action.size() == IN_SERVICE) {
            wanted.put("service", rest.getFirst());
            wanted.put("name", rest.getLast());
        } else if (action.getFirst().equals("command") && !rest.isEmpty()) {
            wanted.put("command", rest);
        } else {
            throw new ParameterException(
                    command.commandLine(),
                    "After --: service VERB NAME, or command PROGRAM and its arguments");
        }
        return wanted;
    }

    private static String words(JsonNode deed) {
        String reason = deed.path("reason").asString("");
        String outputs =
                deed.path("output")
                        .propertyStream()
                        .map(one -> "\n  %s: %s".formatted(one.getKey(), one.getValue().asString()))
                        .collect(Collectors.joining());
        return deed.path("outcome").asString() + (reason.isEmpty() ? "" : ": " + reason) + outputs;
    }
}
