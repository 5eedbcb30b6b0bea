package dev.runside.demo.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** All rows and the one verdict. */
public record Report(long seed, List<Row> rows, List<Quiet> quiet, double tookS) {

    private static final String LINE = "%-16s %-9s %-9s %-11s %-11s %8s %8s %10s  %s%n";

    public Report {
        rows = List.copyOf(rows);
        quiet = List.copyOf(quiet);
    }

    public boolean ok() {
        return rows.stream().allMatch(Row::ok) && quiet.stream().allMatch(Quiet::ok);
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Files.writeString(
                file,
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json())
                        + "\n");
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", ok());
        json.put("seed", seed);
        json.put("rows", rows.stream().map(Row::json).toList());
        json.put("quiet", quiet.stream().map(Quiet::json).toList());
        json.put("tookS", tookS);
        return json;
    }

    public String table() {
        StringBuilder table = new StringBuilder();
        table.append(
                line(
                        "fault",
                        "expected",
                        "seen",
                        "owner",
                        "paged",
                        "detect s",
                        "act s",
                        "verified s",
                        ""));
        rows.forEach(row -> table.append(line(row)));
        rows.forEach(row -> row.extra().forEach(extra -> table.append(remark(row.fault(), extra))));
        quiet.forEach(one ->
                one.extra().forEach(extra -> table.append(remark("quiet " + one.when(), extra))));
        table.append(ok() ? "All right" : "Not right").append(", seed ").append(seed);
        return table.append(String.format(Locale.ROOT, ", %.0f s", tookS)).toString();
    }

    private static String line(Row row) {
        return line(
                row.fault(),
                row.tierExpected(),
                row.tierSeen(),
                shortly(Set.of(row.owner())),
                shortly(row.paged()),
                seconds(row.detectS()),
                seconds(row.actS()),
                seconds(row.verifiedS()),
                row.ok() ? "ok" : "WRONG");
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, LINE, cells);
    }

    private static String remark(String where, String what) {
        return "  " + where + ": " + what + "\n";
    }

    private static String shortly(Set<String> people) {
        String names =
                people.stream()
                        .map(name -> name.replace("user:", ""))
                        .collect(Collectors.joining(","));
        return names.isEmpty() ? "-" : names;
    }

    private static String seconds(double time) {
        return time < 0 ? "-" : String.format(Locale.ROOT, "%.1f", time);
    }
}
