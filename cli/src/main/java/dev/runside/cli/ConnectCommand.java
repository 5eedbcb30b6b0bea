package dev.runside.cli;

import dev.runside.cli.client.RefusedException;
import dev.runside.cli.client.ServerApi;
import dev.runside.cli.connect.Made;
import dev.runside.cli.connect.PrometheusFile;
import dev.runside.cli.connect.Sight;
import dev.runside.cli.connect.Waiting;
import dev.runside.cli.launcher.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "connect",
        description = {
            "Connects a tool that you have: makes its token, prints the exact lines for it, and says what came.",
            "What the tool sends to now, it goes on sending to."
        },
        footer = {
            "",
            "Tools: prometheus, alertmanager, grafana, otel, pagerduty, openlineage, github, gitlab, zendesk.",
            "",
            "  runside connect prometheus",
            "  runside connect prometheus --into /etc/prometheus/prometheus.yml",
            "  runside connect grafana --for product:mail,system:mail-db --no-wait",
            "  runside connect github --poll example/relay --tool-token github.token",
            "  runside connect otel --name otel-eu --url https://runside.example:7070",
            "",
            "Ctrl-C ends the waiting; the source stays. sources shows what comes later."
        },
        mixinStandardHelpOptions = true)
final class ConnectCommand implements Callable<Integer> {

    private static final List<String> POLLED = List.of("github", "gitlab", "zendesk", "pagerduty");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    @Spec private CommandSpec command;
    @Mixin private Output output;
    @Mixin private Connection connection;
    @Mixin private PollOptions poll;

    @Parameters(paramLabel = "TOOL", description = "What to connect.")
    private String tool;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The source's name (default: the tool).")
    private @Nullable String name;

    @Option(
            names = "--for",
            paramLabel = "REF",
            split = ",",
            description =
                    "What it may speak for, as product:mail; several with commas (default: everything).")
    private List<String> subjects = List.of("*");

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Runside's address as the tool reaches it (default: as this command does).")
    private @Nullable String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "Where the tool reads its token (default: connect/NAME.token in the data folder).")
    private @Nullable Path tokenFile;

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description =
                    "Puts the lines into this prometheus.yml; the file before is kept beside it.")
    private @Nullable Path into;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description = "Waits so long for what comes, as 60s or 2m (default: ${DEFAULT-VALUE}).",
            defaultValue = "90s")
    private String wait;

    @Option(names = "--no-wait", description = "Does not wait.")
    private boolean noWait;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Duration most = noWait ? Duration.ZERO : Patience.of(wait, command);
        check();
        ServerApi server = connection.open();
        if (poll.wanted()) {
            return poll(server, most);
        }
        if (into != null) {
            new PrometheusFile(into).checkIsNew(url == null ? server.url() : url);
        }
        var made = new Made(post(server));
        made.keepToken();
        if (into != null) {
            Path before = new PrometheusFile(into).add(made);
            output.remark("The lines are in " + into + "; as it was before: " + before);
        }
        if (noWait) {
            output.answer(made.forPrograms(), made.words());
            return 0;
        }
        return await(server, made, most);
    }

    /** A source that is there already is asked for as well: its webhook stays as it is. */
    private int poll(ServerApi server, Duration most) throws IOException, InterruptedException {
        Map<String, Object> wish = poll.wish(tool);
        try {
            server.post("/api/v1/connect/" + tool, wish(server));
        } catch (RefusedException refused) {
            if (refused.status() != RefusedException.CONFLICT) {
                throw refused;
            }
            output.remark("source:" + source() + " is there already; it is polled from now on.");
        }
        server.put("/api/v1/sources/" + source() + "/poll", wish);
        output.beforeAnswer(poll.words(tool));
        Sight sight = new Waiting(server, "source:" + source(), most).sight();
        output.answer(sight.source(), sight.words());
        return sight.inVain() ? 1 : 0;
    }

    private int await(ServerApi server, Made made, Duration most)
            throws IOException, InterruptedException {
        output.beforeAnswer(made.words());
        output.remark(
                "Waiting up to %d s for what comes; Ctrl-C ends the waiting, the source stays."
                        .formatted(most.toSeconds()));
        Sight sight = new Waiting(server, made.source(), most).sight();
        ObjectNode all = made.forPrograms();
        all.set("seen", sight.source());
        output.answer(all, sight.words());
        return 0;
    }

    private JsonNode post(ServerApi server) throws IOException, InterruptedException {
        try {
            return server.post("/api/v1/connect/" + tool, wish(server));
        } catch (RefusedException refused) {
            throw refused.status() == RefusedException.CONFLICT
                    ? refused.withFix(
                            "Take another name with --name, or see it: " + Typed.command("sources"))
                    : refused;
        }
    }

    private Map<String, Object> wish(ServerApi server) throws IOException {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("name", source());
        wish.put("speaksFor", subjects);
        wish.put("url", url == null ? server.url() : url);
        wish.put("tokenFile", file().toString());
        return wish;
    }

    private void check() throws IOException {
        if (!NAME.matcher(tool).matches() || !NAME.matcher(source()).matches()) {
            throw new ParameterException(
                    command.commandLine(), "Names are letters, digits, dots, dashes and _");
        }
        if (tokenFile != null && Files.exists(tokenFile)) {
            throw new IOException(tokenFile + " is there already; say another --token-file.");
        }
        if (poll.pointless()) {
            throw new ParameterException(
                    command.commandLine(), "--tool-token and --api are for --poll");
        }
        if (poll.wanted() && !POLLED.contains(tool)) {
            throw new ParameterException(
                    command.commandLine(), "--poll is for " + String.join(", ", POLLED));
        }
        if (into != null && !tool.equals("prometheus")) {
            throw new ParameterException(
                    command.commandLine(), "--into is for prometheus; put the lines in by hand");
        }
        if (into != null) {
            new PrometheusFile(into).check();
        }
    }

    private String source() {
        return name == null ? tool : name;
    }

    private Path file() throws IOException {
        if (tokenFile != null) {
            return tokenFile.toAbsolutePath().normalize();
        }
        String usual = source() + ".token";
        return connection
                .local()
                .map(data -> data.path().resolve("connect").resolve(usual))
                .orElseGet(() -> Path.of(usual).toAbsolutePath());
    }
}
