package dev.runside.cli.connect;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Prometheus' own configuration, as lines: one more entry in its list of Alertmanagers, and nothing
 * else of it touched.
 */
public record PrometheusFile(Path path) {

    private static final String LIST = "alertmanagers:";
    private static final Pattern LIST_LINE = Pattern.compile("\\s+alertmanagers:\\s*(#.*)?");
    private static final int KEYS_ABOVE = 2;

    /** The place is known before anything is made. */
    public void check() throws IOException {
        if (!Files.isRegularFile(path) || !Files.isWritable(path)) {
            throw new IOException(path + " is no file that can be written.");
        }
        List<String> lines = lines();
        if (!isPrometheus(lines)) {
            throw new IOException(
                    path
                            + " is no prometheus.yml: it has none of scrape_configs, rule_files and alerting. Nothing was changed.");
        }
        if (list(lines).isEmpty() && lines.stream().anyMatch(line -> line.contains(LIST))) {
            throw new IOException(
                    path
                            + ": alertmanagers is not a list of one entry a line; put the lines in by hand.");
        }
        if (list(lines).isEmpty()
                && lines.stream().anyMatch(line -> line.startsWith("alerting:"))) {
            throw new IOException(
                    path + ": alerting has no alertmanagers; put the lines in by hand.");
        }
    }

    /** Two entries for one Runside would tell it everything twice. */
    public void checkIsNew(String address) throws IOException {
        String target = URI.create(address).getAuthority();
        if (target != null
                && lines().stream().anyMatch(line -> line.contains('"' + target + '"'))) {
            throw new IOException(
                    path + " names " + target + " already: take that entry out first.");
        }
    }

    /**
     * The file before is kept beside it, and so is one that was kept earlier.
     *
     * @return where
     */
    public Path add(Made made) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        List<String> added = made.entry().lines().toList();
        OptionalInt list = list(lines);
        if (list.isPresent()) {
            lines.addAll(list.getAsInt() + 1, indented(added, lines, list.getAsInt()));
        } else {
            lines.addAll(added);
        }
        Path before = unused();
        Files.copy(path, before, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(path, String.join("\n", lines) + "\n");
        return before;
    }

    private Path unused() {
        String usual = path.getFileName() + ".before-runside";
        Path before = path.resolveSibling(usual);
        for (int number = 2; Files.exists(before); number++) {
            before = path.resolveSibling(usual + "-" + number);
        }
        return before;
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(path);
        } catch (CharacterCodingException _) {
            throw new IOException(path + " is no text.");
        }
    }

    private static boolean isPrometheus(List<String> lines) {
        return lines.stream()
                .anyMatch(line ->
                        line.startsWith("scrape_configs:")
                                || line.startsWith("rule_files:")
                                || line.startsWith("alerting:"));
    }

    /** As far in as the entry that is there, or two more than the list's own name. */
    private static List<String> indented(List<String> added, List<String> lines, int list) {
        int indent =
                lines.stream()
                        .skip(list + 1L)
                        .filter(line -> line.stripLeading().startsWith("-"))
                        .findFirst()
                        .map(PrometheusFile::indentOf)
                        .orElse(indentOf(lines.get(list)) + 2);
        return added.stream()
                .skip(KEYS_ABOVE)
                .map(line -> " ".repeat(indent) + line.substring(indentOf(added.get(KEYS_ABOVE))))
                .toList();
    }

    private static OptionalInt list(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(at -> LIST_LINE.matcher(lines.get(at)).matches())
                .findFirst();
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }
}
