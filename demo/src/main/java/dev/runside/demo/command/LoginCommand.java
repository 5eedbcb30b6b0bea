package dev.runside.demo.command;

import dev.runside.demo.launch.Staff;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "login",
        description =
                "Prints a link that signs in one of the sample company's people, once and within 10 minutes.",
        mixinStandardHelpOptions = true)
final class LoginCommand implements Callable<Integer> {

    @Mixin private Output output = new Output();
    @Mixin private Where where = new Where();

    @Parameters(paramLabel = "NAME", description = "arno, dana, ines, mara, pat or teo.")
    private String person = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode link = new Staff(where.site()).as(person).post("/api/v1/login-links", Map.of());
        output.answer(link, link.required("url").asString());
        return 0;
    }
}
