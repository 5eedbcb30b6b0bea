package dev.runside.cli.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A module of this installation as a command: which jar, with which flags and arguments.
 *
 * @param module the module whose jar is started, which also names its log
 */
public record JavaProgram(Home home, String module, List<String> flags, List<String> arguments) {

    private static final String MAKE_CACHE = "-XX:AOTCacheOutput=";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration STOP_AND_CACHE_LIMIT = Duration.ofMinutes(2);

    private static final List<String> ALWAYS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xlog:aot*=off",
                    "-Xlog:cds*=off",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djava.awt.headless=true");

    public JavaProgram {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
    }

    /** Starts it away from the terminal, so that a Ctrl-C meant for us does not reach it. */
    public Process start(Path log) throws IOException {
        return new ProcessBuilder(command())
                .directory(home.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    List<String> command() throws IOException {
        List<String> command = new ArrayList<>(ownSession());
        command.add(home.java().toString());
        command.addAll(ALWAYS);
        command.addAll(startCacheFlags());
        command.addAll(flags);
        command.add("-jar");
        command.add(home.jar(module).toString());
        command.addAll(arguments);
        return command;
    }

    /** The same program, which when it ends writes what the next start need not work out again. */
    JavaProgram makingStartCache() {
        List<String> more = new ArrayList<>(flags);
        more.add(MAKE_CACHE + home.startCache(module));
        return new JavaProgram(home, module, more, arguments);
    }

    /** How long it may take to end once it was asked to. */
    public Duration stopLimit() {
        return makesStartCache() ? STOP_AND_CACHE_LIMIT : STOP_LIMIT;
    }

    private boolean makesStartCache() {
        return flags.stream().anyMatch(flag -> flag.startsWith(MAKE_CACHE));
    }

    /** A cache that does not fit is ignored by the JVM itself. */
    private List<String> startCacheFlags() {
        Path cache = home.startCache(module);
        return !makesStartCache() && Files.isReadable(cache)
                ? List.of("-XX:AOTCache=" + cache)
                : List.of();
    }

    /** Both become the program they start and keep the process id; macOS has Perl but no setsid. */
    private static List<String> ownSession() {
        Path setsid = Path.of("/usr/bin/setsid");
        Path perl = Path.of("/usr/bin/perl");
        if (Files.isExecutable(setsid)) {
            return List.of(setsid.toString());
        }
        return Files.isExecutable(perl)
                ? List.of(perl.toString(), "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV")
                : List.of();
    }
}
