package dev.runside.bench.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A file of values separated by commas, without quotes. */
record Table(List<String> header, List<String[]> rows) {

    static Table read(Path file) {
        try (var lines = Files.lines(file)) {
            List<String[]> all = lines.map(line -> line.split(",", -1)).toList();
            return new Table(List.of(all.getFirst()), all.subList(1, all.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int column(String name) {
        int at = header.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("no column " + name + " in " + header);
        }
        return at;
    }

    /** NaN where a cell is empty. */
    double[] numbers(int column) {
        return rows.stream().mapToDouble(row -> number(row[column])).toArray();
    }

    static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /** Those that are there. */
    static double[] present(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }
}
