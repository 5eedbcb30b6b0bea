package dev.runside.cli;

import dev.runside.cli.client.ServerApi;
import dev.runside.cli.job.JobRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "job",
        description = {
            "Runs a program and tells Runside when it began, how it ended, how long it took and its last 50 lines.",
            "Its exit code is handed on. While Runside is away it runs all the same, and is told of later."
        },
        footer = {
            "",
            "  15 3 * * * runside job nightly --for hop:mail/relay --token-file /etc/runside/cron.token -- /opt/mail/nightly --all",
            "",
            "The token is a source's: runside token source cron --for product:mail. No shell reads the arguments."
        },
        mixinStandardHelpOptions = true)
final class JobCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final String USUAL_URL = "http://127.0.0.1:7070";

    @Spec private CommandSpec command;

    @Parameters(index = "0", paramLabel = "NAME", description = "The job's name.")
    private String name;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PROGRAM",
            description = "After --: the program and its arguments.")
    private List<String> arguments;

    @Option(
            names = "--for",
            paramLabel = "REF",
            description = "Of what it is, as hop:mail/relay (default: the hop of the job's name).")
    private @Nullable String subject;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Runside's address (default: RUNSIDE_URL, else http://127.0.0.1:7070).")
    private @Nullable String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Where the source's token lies (default: RUNSIDE_TOKEN).")
    private @Nullable Path tokenFile;

    @Option(
            names = "--spool",
            paramLabel = "DIR",
            description = "Where reports wait (default: .runside-jobs in the home folder).")
    private @Nullable Path spool;

    @Override
    public Integer call() throws InterruptedException {
        if (!NAME.matcher(name).matches()) {
            throw new ParameterException(
                    command.commandLine(), "A job's name is letters, digits, dots, dashes and _");
        }
        Map<String, String> environment = System.getenv();
        var run =
                new JobRun(
                        name,
                        Optional.ofNullable(subject),
                        spool == null
                                ? Path.of(System.getProperty("user.home"), ".runside-jobs")
                                : spool,
                        () -> server(environment),
                        environment);
        return run.run(arguments, System.out, System.err);
    }

    private ServerApi server(Map<String, String> environment) throws IOException {
        String address = url == null ? environment.getOrDefault("RUNSIDE_URL", USUAL_URL) : url;
        String token =
                tokenFile == null
                        ? environment.getOrDefault("RUNSIDE_TOKEN", "")
                        : Files.readString(tokenFile).strip();
        if (token.isEmpty()) {
            throw new IOException("there is no token: give --token-file, or set RUNSIDE_TOKEN");
        }
        return ServerApi.at(address, token);
    }
}
