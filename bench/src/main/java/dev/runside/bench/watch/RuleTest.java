package dev.runside.bench.watch;

import dev.runside.bench.rig.Use;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same course and burn rates for {@code promtool test rules}, in a folder of its own. */
final class RuleTest {

    private static final String ALERT = "BudgetBurns";
    private static final double BOUND = Watches.RATE * (1 - Watches.OBJECTIVE);

    private final Course course;
    private final Path folder;

    RuleTest(Course course, Path folder) {
        this.course = course;
        this.folder = folder;
    }

    /** What reading the samples took, and what judging them took beyond that. */
    record Outcome(double loadSeconds, double judgeSeconds) {}

    /**
     * @param burning what its rules have to say at each of these steps
     * @throws IOException when they say something else
     */
    Outcome run(Map<Integer, Set<Integer>> burning) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("none.yml"), "groups: []\n");
        Files.writeString(folder.resolve("burn.yml"), rules());
        double load = cpuSeconds(test("none", Map.of()));
        double all = cpuSeconds(test("burn", burning));
        return new Outcome(load, Math.max(0.01, all - load));
    }

    private Path test(String rules, Map<Integer, Set<Integer>> burning) throws IOException {
        int last = course.sure().getLast();
        String expected =
                burning.isEmpty()
                        ? expected(last, Set.of())
                        : burning.entrySet().stream()
                                .map(each -> expected(each.getKey(), each.getValue()))
                                .collect(Collectors.joining());
        return Files.writeString(
                folder.resolve(rules + "-test.yml"),
                """
                rule_files: [%1$s.yml]
                evaluation_interval: %2$ds
                tests:
                - interval: %2$ds
                  input_series:
                %3$s  alert_rule_test:
                %4$s\
                """
                        .formatted(rules, Course.STEP_SECONDS, series(), expected));
    }

    private String rules() {
        return "groups:\n- name: burn\n  rules:\n"
                + IntStream.range(0, course.indicators())
                        .mapToObj(RuleTest::rule)
                        .collect(Collectors.joining());
    }

    private static String rule(int hop) {
        return """
          - alert: %s
            expr: %s > %5$s and %s > %5$s
            labels: {rule: "%d"}
        """
                .formatted(ALERT, share(hop, "5m"), share(hop, "1h"), hop, BOUND);
    }

    private static String share(int hop, String window) {
        return "(sum(rate(answers_total{hop=\"%1$d\",result=\"miss\"}[%2$s])) / sum(rate(answers_total{hop=\"%1$d\"}[%2$s])))"
                .formatted(hop, window);
    }

    private String series() {
        StringBuilder text = new StringBuilder();
        for (int hop = 0; hop < course.indicators(); hop++) {
            text.append(series(hop, "ok", false)).append(series(hop, "miss", true));
        }
        return text.toString();
    }

    private String series(int hop, String result, boolean ofBad) {
        StringBuilder values = new StringBuilder("0");
        long count = 0;
        for (int step = 1; step < course.steps(); step++) {
            count += course.bad(hop, step) == ofBad ? Course.EVENTS : 0;
            values.append(' ').append(count);
        }
        return "  - {series: 'answers_total{hop=\"%d\",result=\"%s\"}', values: '%s'}\n"
                .formatted(hop, result, values);
    }

    private String expected(int step, Set<Integer> burning) {
        String alerts =
                new TreeSet<>(burning)
                        .stream()
                                .map(hop -> "    - exp_labels: {rule: \"%d\"}\n".formatted(hop))
                                .collect(Collectors.joining());
        return "  - eval_time: %ds\n    alertname: %s\n    exp_alerts:%s\n%s"
                .formatted(
                        course.at(step).toSeconds(), ALERT, alerts.isEmpty() ? " []" : "", alerts);
    }

    /** Of the program, which this process has waited for. */
    private double cpuSeconds(Path test) throws IOException, InterruptedException {
        List<ProcessHandle> self = List.of(ProcessHandle.current());
        Path log = folder.resolve("promtool.log");
        double before = Use.of(self).cpuSeconds();
        Process promtool =
                new ProcessBuilder("promtool", "test", "rules", test.toString())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (promtool.waitFor() != 0) {
            throw new IOException(
                    "Prometheus' rules say something else:%n%s"
                            .formatted(
                                    Files.readString(log)
                                            .substring(0, (int) Math.min(2_000, Files.size(log)))));
        }
        return Use.of(self).cpuSeconds() - before;
    }
}
