package dev.runside.bench.judge;

import dev.runside.core.watch.anomaly.AnomalyWatch;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Series of one number each, {@code data/**.csv} with {@code timestamp,value}: every row is judged
 * by what came before it and written under the same path as {@code timestamp,anomaly_score}.
 */
final class SeriesSet implements JudgedSet {

    @Override
    public void judge(Path data, Path out) throws IOException {
        Path root = data.resolve("data");
        for (Path series : series(root)) {
            Path answer = out.resolve(root.relativize(series).toString());
            Files.createDirectories(answer.toAbsolutePath().getParent());
            try (Stream<String> lines = Files.lines(series);
                    BufferedWriter writer = Files.newBufferedWriter(answer)) {
                writer.write("timestamp,anomaly_score\n");
                judge(lines.skip(1).filter(line -> !line.isBlank()).map(Row::of), writer);
            }
        }
    }

    private static List<Path> series(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(".csv")).sorted().toList();
        }
    }

    private static void judge(Stream<Row> rows, BufferedWriter writer) {
        AnomalyWatch watch = new AnomalyWatch();
        rows.forEachOrdered(
                row -> write(row, watch.judge(row.time(), row.value()).score(), writer));
    }

    private static void write(Row row, double score, BufferedWriter writer) {
        try {
            writer.write(String.format(Locale.ROOT, "%s,%.9f%n", row.timestamp(), score));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
