package dev.runside.cli.story;

import java.util.List;

/** Rows of words under each other, each column as wide as what stands in it. */
final class Columns {

    private static final String BETWEEN = "  ";

    private Columns() {}

    static List<String> of(List<List<String>> rows) {
        return rows.stream().map(row -> line(row, rows)).toList();
    }

    private static String line(List<String> row, List<List<String>> rows) {
        var line = new StringBuilder();
        for (int at = 0; at < row.size(); at++) {
            int column = at;
            int wide = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
            String word = row.get(at);
            line.append(at == 0 ? "" : BETWEEN)
                    .append(word)
                    .append(" ".repeat(wide - word.length()));
        }
        return line.toString().stripTrailing();
    }
}
