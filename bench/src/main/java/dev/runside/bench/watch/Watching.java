package dev.runside.bench.watch;

import dev.runside.bench.rig.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code bench/watch}. */
public final class Watching {

    private Watching() {}

    /**
     * Both on the same course.
     *
     * @param judgements how often each of them judged an indicator
     */
    record Measured(long judgements, Watches.Outcome ours, RuleTest.Outcome rules) {

        double ratio() {
            return rules.judgeSeconds() / ours.cpuSeconds();
        }

        long findingsASecond() {
            return Math.round(ours.findings() / ours.cpuSeconds());
        }

        long judgementsASecond(double seconds) {
            return Math.round(judgements / seconds);
        }
    }

    public static void main(String... words) throws Exception {
        new Command<>("watch", Options.HELP, Options::read).run(words, Watching::run);
    }

    private static int run(Options options) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("runside-bench-watch");
        try {
            Measured measured = measure(options, folder);
            System.out.println(table(measured));
            System.out.println(json(options, measured));
            return 0;
        } finally {
            delete(folder);
        }
    }

    static Measured measure(Options options, Path folder) throws IOException, InterruptedException {
        Course course = new Course(options.indicators(), options.hours());
        Watches.over(new Course(Math.min(50, options.indicators()), options.hours())); // warms up
        Watches.Outcome ours = Watches.over(course);
        RuleTest.Outcome rules = new RuleTest(course, folder).run(ours.burning());
        long judgements = (long) course.indicators() * (course.steps() - 1);
        return new Measured(judgements, ours, rules);
    }

    private static String table(Measured measured) {
        return """
        %,d judgements, %,d findings; Prometheus' rules found the same at %d instants

                                CPU s   judgements a CPU second
        Runside              %8.2f   %23s
        Prometheus' rules    %8.2f   %23s   (and %.2f s for reading the samples)\
        """
                .formatted(
                        measured.judgements(),
                        measured.ours().findings(),
                        measured.ours().burning().size(),
                        measured.ours().cpuSeconds(),
                        "%,d".formatted(measured.judgementsASecond(measured.ours().cpuSeconds())),
                        measured.rules().judgeSeconds(),
                        "%,d"
                                .formatted(
                                        measured.judgementsASecond(
                                                measured.rules().judgeSeconds())),
                        measured.rules().loadSeconds());
    }

    private static String json(Options options, Measured measured) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bench", "watch");
        json.put("indicators", options.indicators());
        json.put("hours", options.hours());
        json.put("findings", measured.ours().findings());
        json.put("findingsPerSecondAndCore", measured.findingsASecond());
        json.put(
                "judgementsPerSecondAndCore",
                measured.judgementsASecond(measured.ours().cpuSeconds()));
        json.put("ratio", Math.round(100 * measured.ratio()) / 100.0);
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
