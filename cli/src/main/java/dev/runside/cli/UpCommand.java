package dev.runside.cli;

import dev.runside.cli.client.Credentials;
import dev.runside.cli.launcher.Typed;
import dev.runside.cli.local.BackgroundRunside;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import dev.runside.cli.local.LocalRunside;
import dev.runside.cli.local.Settings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts Runside with one agent, and keeps it running.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final String AGENT = "local";

    @Mixin private Output output;
    @Mixin private ListenOptions listen;

    @Option(
            names = "--person",
            paramLabel = "NAME",
            description =
                    "Who is the first person of a new installation (default: your user name).")
    private String person = FirstPersonName.fromUser();

    @Option(names = "--background", description = "Returns when Runside is ready.")
    private boolean background;

    @Option(names = "--without-link", hidden = true, description = "Prints no sign-in link.")
    private boolean withoutLink;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.current();
        Settings settings = listen.settings(home);
        if (background) {
            new BackgroundRunside(home, settings.data())
                    .start(
                            listen.asArguments(
                                    settings, "up", "--without-link", "--person", person));
            Optional<Credentials> self = Credentials.find(settings.data().credentials());
            answer(
                    new LocalRunside(home, settings, output::remark),
                    self,
                    stopCommand(home, settings));
            return 0;
        }
        stayUp(new LocalRunside(home, settings, output::remark));
        return 0;
    }

    private static String stopCommand(Home home, Settings settings) {
        boolean usual = settings.data().equals(new DataFolder(home.defaultData()));
        return Typed.command(usual ? "down" : "down --data " + Typed.word(settings.data().path()));
    }

    private void stayUp(LocalRunside runside) throws IOException, InterruptedException {
        Thread close = Thread.ofPlatform().unstarted(runside::close);
        Runtime.getRuntime().addShutdownHook(close);
        if (!withoutLink) {
            output.remark("Starting Runside.");
        }
        runside.startServer();
        Optional<Credentials> self = runside.enrolFirstPerson(person);
        if (self.isPresent()) {
            runside.enrolAgent(AGENT, self.get());
        }
        runside.startAgent(AGENT);
        answer(runside, withoutLink ? Optional.empty() : self, "Ctrl-C");
        runside.awaitClose();
    }

    private void answer(LocalRunside runside, Optional<Credentials> self, String howToStop)
            throws IOException, InterruptedException {
        Settings settings = runside.settings();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("url", settings.url());
        facts.put("otlpUrl", settings.otlpUrl());
        facts.put("otlpGrpcUrl", settings.otlpGrpcUrl());
        if (self.isPresent()) {
            facts.put("signIn", signInLink(runside, self.get()));
        }
        facts.put("data", settings.data().path().toString());
        output.answer(facts, words(facts, howToStop));
    }

    private static String signInLink(LocalRunside runside, Credentials self)
            throws IOException, InterruptedException {
        return runside.api(self.token())
                .post("/api/v1/login-links", Map.of())
                .required("url")
                .asString();
    }

    private static String words(Map<String, String> facts, String howToStop) {
        StringBuilder words = new StringBuilder("Runside is ready: " + facts.get("url") + "\n");
        if (facts.containsKey("signIn")) {
            words.append("  sign in    ").append(facts.get("signIn"));
            words.append("   (once, within 10 minutes)\n");
        }
        words.append("  telemetry  ")
                .append(facts.get("otlpUrl"))
                .append("   (OTLP over HTTP; gRPC: ");
        words.append(facts.get("otlpGrpcUrl")).append(")\n");
        words.append("  data       ").append(facts.get("data")).append("\n");
        words.append("  stop       ").append(howToStop);
        return words.toString();
    }
}
