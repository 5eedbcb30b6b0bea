package dev.runside.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
        name = "login",
        description = "Prints a link that signs you in to the page, once and within 10 minutes.",
        mixinStandardHelpOptions = true)
final class LoginCommand implements Callable<Integer> {

    @Mixin private Output output;
    @Mixin private Connection connection;

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode link = connection.open().post("/api/v1/login-links", Map.of());
        output.answer(link, link.required("url").asString());
        return 0;
    }
}
