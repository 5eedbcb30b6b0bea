package dev.runside.cli;

import dev.runside.cli.client.Credentials;
import dev.runside.cli.client.ServerApi;
import dev.runside.cli.launcher.Typed;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import dev.runside.cli.local.PrivateFiles;
import dev.runside.cli.local.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "admin",
        description = "What only whoever has the machine may do.",
        mixinStandardHelpOptions = true,
        subcommands = AdminCommand.Recover.class)
final class AdminCommand implements Runnable {

    @Spec private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(), "Say what: " + Typed.command("admin recover"));
    }

    @Command(
            name = "recover",
            description = "Lets a first person in again, when all tokens are lost. It is recorded.",
            mixinStandardHelpOptions = true)
    static final class Recover implements Callable<Integer> {

        @Mixin private Output output;
        @Mixin private Connection connection;

        @Option(
                names = "--person",
                paramLabel = "NAME",
                description = "Enrols this person with it at once, and keeps the token here.")
        private @Nullable String person;

        @Override
        public Integer call() throws IOException, InterruptedException {
            DataFolder data = connection.data();
            String url = url(data);
            JsonNode made =
                    ServerApi.at(url, localKey(data), data.trustStore())
                            .post("/api/v1/admin/recover", Map.of());
            String token = made.required("token").asString();
            if (person == null) {
                output.remark(
                        "It enrols one person, once: %s does both."
                                .formatted(Typed.command("admin recover --person NAME")));
                output.answer(made, token);
            } else {
                enrol(data, url, token, person);
            }
            return 0;
        }

        private void enrol(DataFolder data, String url, String token, String name)
                throws IOException, InterruptedException {
            JsonNode enrolled =
                    ServerApi.at(url, "", data.trustStore())
                            .post("/api/v1/people/enroll", Map.of("token", token, "person", name));
            Credentials self =
                    new Credentials(
                            url,
                            enrolled.required("token").asString(),
                            enrolled.required("person").asString());
            PrivateFiles.write(data.credentials(), self.asJson());
            output.answer(
                    Map.of("person", self.person(), "credentials", data.credentials().toString()),
                    self.person() + " is enrolled as admin. Sign in: " + Typed.command("login"));
        }

        private static String url(DataFolder data) throws IOException {
            return RunFile.find(data)
                    .map(RunFile::url)
                    .orElseThrow(() ->
                            new IOException(
                                    "Nothing runs on "
                                            + data.path()
                                            + ". Start it: "
                                            + Home.current().startCommand(data)));
        }

        private static String localKey(DataFolder data) throws IOException {
            try {
                return Files.readString(data.localKey()).strip();
            } catch (NoSuchFileException missing) {
                throw new IOException(
                        "There is no " + missing.getFile() + ": run this on the server's machine.");
            }
        }
    }
}
