package dev.runside.demo.command;

import dev.runside.cli.client.ServerApi;
import dev.runside.demo.launch.Staff;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "exec",
        description =
                "Has the agent do something about an incident in its owner's name, which is recorded.",
        mixinStandardHelpOptions = true)
final class ExecCommand implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    @Mixin private Output output = new Output();
    @Mixin private Where where = new Where();
    @Mixin private OneIncident incident = new OneIncident();

    @Parameters(index = "1", paramLabel = "VERB", description = "status, restart, start or stop.")
    private String verb = "";

    @Parameters(index = "2", paramLabel = "SERVICE", description = "The service, as inventory.")
    private String service = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Staff staff = new Staff(where.site());
        OneIncident.Done done =
                incident.act(staff, "exec", Map.of("service", verb, "name", service));
        ServerApi owner = staff.as(done.person());
        String path = "/api/v1/incidents/" + done.incident().path("id").asString();
        JsonNode deed = newest(done.incident());
        while (deed.path("outcome").isNull()) {
            Thread.sleep(BETWEEN_LOOKS);
            deed = newest(owner.get(path));
        }
        String outcome = deed.path("outcome").asString();
        output.answer(deed, done.words(verb + " " + service + " " + outcome));
        return outcome.equals("done") ? 0 : 1;
    }

    private static JsonNode newest(JsonNode incident) {
        return incident.path("deeds").valueStream().reduce((_, last) -> last).orElseThrow();
    }
}
