package dev.runside.bench.judge;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One row of a series.
 *
 * @param timestamp as it stands there, without a zone: read as UTC
 */
record Row(String timestamp, double value) {

    private static final int COLUMNS = 2;

    static Row of(String line) {
        List<String> columns = List.of(line.split(",", -1));
        if (columns.size() < COLUMNS) {
            throw new IllegalArgumentException("not a row of a series: " + line);
        }
        String value = columns.get(1).strip();
        return new Row(
                columns.getFirst().strip(),
                value.isEmpty() ? Double.NaN : Double.parseDouble(value));
    }

    Instant time() {
        return LocalDateTime.parse(timestamp.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
