package dev.runside.server.intake.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Jazzer at work on one decoder, as a process of its own: this one has no agent in it. */
record JazzerRun(Decoder decoder, long inputs, Path folder) {

    private static final String INSTRUMENTED = "dev.runside.**";
    private static final int LARGEST = 16 * 1024;
    private static final int SECONDS_EACH = 10;
    private static final Pattern DONE = Pattern.compile("number_of_executed_units: (\\d+)");
    private static final Pattern COVERED = Pattern.compile("cov: (\\d+)");
    private static final Pattern WORD = Pattern.compile("\"[\\w.:/ -]{1,40}\"");

    /** What came of it. */
    record Outcome(long inputs, long seconds, long covered, int exit) {}

    Outcome run() throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve(decoder.name()));
        Path grown = Files.createDirectories(own.resolve("grown"));
        Path log = own.resolve("log");
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command(own, grown))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            int exit = process.waitFor();
            long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            return outcome(exit, seconds, log);
        } finally {
            process.destroy();
        }
    }

    private List<String> command(Path own, Path grown) throws IOException {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Drunside.fuzz.decoder=" + decoder.name(),
                "-Drunside.root=" + System.getProperty("runside.root", ".."),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerTarget.class.getName(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--instrumentation_excludes=dev.runside.server.intake.fuzz.**",
                "--custom_hook_includes=" + INSTRUMENTED,
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
                "--reproducer_path=" + own,
                "-artifact_prefix=" + own + "/",
                "-dict=" + words(own),
                "-runs=" + inputs,
                "-max_len=" + LARGEST,
                "-timeout=" + SECONDS_EACH,
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                grown.toString(),
                Corpus.folder(decoder).toString());
    }

    /** The words of its bodies: Jazzer puts them together anew. */
    private Path words(Path own) throws IOException {
        var words =
                new TreeSet<>(List.of("\"{\"", "\"}\"", "\"[\"", "\"]\"", "\"null\"", "\"true\""));
        for (byte[] body : Corpus.of(decoder)) {
            WORD.matcher(new String(body, StandardCharsets.ISO_8859_1))
                    .results()
                    .map(MatchResult::group)
                    .forEach(words::add);
        }
        return Files.writeString(
                own.resolve("words"), words.stream().collect(Collectors.joining("\n")) + "\n");
    }

    private static Outcome outcome(int exit, long seconds, Path log) throws IOException {
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        return new Outcome(most(DONE, said), seconds, most(COVERED, said), exit);
    }

    private static long most(Pattern figure, String said) {
        return figure.matcher(said)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }
}
