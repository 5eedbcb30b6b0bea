package dev.runside.cli;

import dev.runside.cli.client.RefusedException;
import dev.runside.cli.client.ServerApi;
import dev.runside.cli.launcher.Typed;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "token",
        description = "Makes tokens for what sends to Runside.",
        mixinStandardHelpOptions = true,
        subcommands = TokenCommand.Source.class)
final class TokenCommand implements Runnable {

    @Spec private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(),
                "Say for what: " + Typed.command("token source NAME --for REF"));
    }

    @Command(
            name = "source",
            description = "Makes a source's token, bound to what it may speak for.",
            footer = "A source has one token: made again, the one before no longer works.",
            mixinStandardHelpOptions = true)
    static final class Source implements Callable<Integer> {

        @Mixin private Output output;
        @Mixin private Connection connection;

        @Parameters(paramLabel = "NAME", description = "The source's name, as ci.")
        private String name;

        @Option(
                names = "--for",
                paramLabel = "REF",
                required = true,
                arity = "1..*",
                split = ",",
                description =
                        "What it may speak for, as product:mail or hop:mail/relay; '*' for all.")
        private List<String> subjects;

        @Option(
                names = "--signing",
                description =
                        "Prints the secret that webhooks sign with, for senders that send no token.")
        private boolean signing;

        @Override
        public Integer call() throws IOException, InterruptedException {
            ServerApi server = connection.open();
            JsonNode issued =
                    server.post("/api/v1/sources", Map.of("name", name, "speaksFor", subjects));
            output.remark("It is shown this once.");
            output.answer(issued, issued.required(signing ? "signingSecret" : "token").asString());
            for (String subject : subjects) {
                if (isUnknown(server, subject)) {
                    output.remark("The catalog knows no " + subject + " yet.");
                }
            }
            return 0;
        }

        private static boolean isUnknown(ServerApi server, String subject)
                throws IOException, InterruptedException {
            String ref = URLEncoder.encode(subject, StandardCharsets.UTF_8);
            return !subject.equals("*")
                    && server.ask("/api/v1/owner?ref=" + ref).status()
                            == RefusedException.NOT_FOUND;
        }
    }
}
