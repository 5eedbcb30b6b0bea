package dev.runside.cli;

import dev.runside.cli.client.RefusedException;
import dev.runside.cli.launcher.Typed;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "owner",
        description = "Says who is accountable for a flow: one name, or why there is none.",
        mixinStandardHelpOptions = true)
final class OwnerCommand implements Callable<Integer> {

    @Mixin private Output output;
    @Mixin private Connection connection;

    @Parameters(
            paramLabel = "FLOW",
            description = "A flow by its name, or anything by its reference, as product:mail.")
    private String subject;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String ref = subject.contains(":") ? subject : "flow:" + subject;
        JsonNode answer = answer(ref);
        output.answer(answer, answer.required("owner").asString());
        return 0;
    }

    private JsonNode answer(String ref) throws IOException, InterruptedException {
        try {
            return connection.open().get("/api/v1/owner?ref=" + encoded(ref));
        } catch (RefusedException refused) {
            throw refused.status() == RefusedException.NOT_FOUND
                    ? refused.withFix("List the flows: " + Typed.command("flows"))
                    : refused;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
