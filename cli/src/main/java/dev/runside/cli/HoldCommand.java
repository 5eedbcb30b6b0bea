package dev.runside.cli;

import dev.runside.cli.client.RefusedException;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.HoldFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Both brakes: the file beside this machine's agent, which works alone, and the server's. */
@Command(
        name = "hold",
        description = "Stops all acting, here and everywhere; with --off lets it go on.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done on this machine and by the server",
            "1:not done",
            "3:done in one of both places only"
        })
final class HoldCommand implements Callable<Integer> {

    private static final int HALF = 3;

    @Mixin private Output output;
    @Mixin private Connection connection;

    @Option(names = "--off", description = "Lets acting go on.")
    private boolean off;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Why, for whoever wonders.")
    private String reason;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<HoldFile> file = connection.local().map(DataFolder::agent).map(HoldFile::new);
        return off ? release(file) : hold(file);
    }

    /** The file first: it needs nobody. */
    private int hold(Optional<HoldFile> file) throws IOException, InterruptedException {
        if (file.isPresent()) {
            file.get().write(reason);
        }
        return report(file.isPresent(), server());
    }

    /** The server first: where it refuses, this machine's agent stays held. */
    private int release(Optional<HoldFile> file) throws IOException, InterruptedException {
        Optional<IOException> trouble = server();
        if (trouble.filter(RefusedException.class::isInstance).isPresent()) {
            throw trouble.get();
        }
        if (file.isPresent()) {
            file.get().remove();
        }
        return report(file.isPresent(), trouble);
    }

    private Optional<IOException> server() throws InterruptedException {
        try {
            connection.open().post("/api/v1/hold", Map.of("on", !off, "reason", reason));
            return Optional.empty();
        } catch (IOException away) {
            return Optional.of(away);
        }
    }

    private int report(boolean here, Optional<IOException> trouble) throws IOException {
        if (!here && trouble.isPresent()) {
            throw trouble.get();
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("on", !off);
        facts.put("thisMachine", here);
        facts.put("server", trouble.isEmpty());
        trouble.ifPresent(problem -> facts.put("problem", String.valueOf(problem.getMessage())));
        output.answer(facts, words(here, trouble));
        return trouble.isPresent() ? HALF : 0;
    }

    private String words(boolean here, Optional<IOException> trouble) {
        String machine =
                here
                        ? "This machine's agent: " + (off ? "its hold is removed" : "held") + "\n"
                        : "";
        String server =
                trouble.map(problem -> "The server: not reached. " + problem.getMessage())
                        .orElse(
                                off
                                        ? "The server: acting goes on"
                                        : "The server: all acting is held");
        return machine + server;
    }
}
