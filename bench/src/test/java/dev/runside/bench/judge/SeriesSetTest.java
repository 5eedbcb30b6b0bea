package dev.runside.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesSetTest {

    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 1, 0, 0);

    @TempDir Path folder;

    @Test
    void everyRowHasItsScoreUnderTheSamePathAndTheSpikeHasTheHighest() throws IOException {
        series("mail/delays.csv", 100, 60);

        judge("mscloud");

        List<String> answer = Files.readAllLines(folder.resolve("out/mail/delays.csv"));
        assertThat(answer).hasSize(101).first().isEqualTo("timestamp,anomaly_score");
        assertThat(answer.get(61)).startsWith("2026-03-01 05:00:00,");
        assertThat(IntStream.range(1, 101).boxed().max((a, b) -> order(answer, a, b))).contains(61);
    }

    @Test
    void whatFollowsChangesNoScore() throws IOException {
        series("long.csv", 100, 60);
        series("short.csv", 80, 60);

        judge("nab");

        assertThat(Files.readAllLines(folder.resolve("out/long.csv")))
                .startsWith(
                        Files.readAllLines(folder.resolve("out/short.csv")).toArray(String[]::new));
    }

    @Test
    void aMissingValueIsScoredAsNothing() throws IOException {
        write("gap.csv", List.of("2026-03-01 00:00:00,1", "2026-03-01 00:05:00,"));

        judge("nab");

        assertThat(Files.readAllLines(folder.resolve("out/gap.csv")))
                .last()
                .isEqualTo("2026-03-01 00:05:00,0.000000000");
    }

    @Test
    void whatCannotBeJudgedIsRefused() {
        assertThatThrownBy(() -> Options.read("nab")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Options.read("none", folder.toString(), "out"))
                .hasMessageContaining("mscloud");
        assertThatThrownBy(() -> Options.read("nab", folder.resolve("no").toString(), "out"))
                .hasMessageContaining("no folder");
        assertThat(Options.read("--help")).isEmpty();
    }

    private void judge(String set) throws IOException {
        Options options =
                Options.read(set, folder.toString(), folder.resolve("out").toString())
                        .orElseThrow();
        options.set().judge(options.data(), options.out());
    }

    private void series(String name, int rows, int spike) throws IOException {
        write(
                name,
                IntStream.range(0, rows)
                        .mapToObj(row -> time(row) + "," + (row == spike ? 900 : 20 + row % 3))
                        .toList());
    }

    private static String time(int row) {
        return BEGIN.plusMinutes(5L * row).toLocalDate()
                + " "
                + BEGIN.plusMinutes(5L * row).toLocalTime()
                + ":00";
    }

    private void write(String name, List<String> rows) throws IOException {
        Path file = folder.resolve("data").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "timestamp,value\n" + String.join("\n", rows) + "\n");
    }

    private static int order(List<String> rows, int one, int other) {
        return Double.compare(score(rows.get(one)), score(rows.get(other)));
    }

    private static double score(String row) {
        return Double.parseDouble(row.split(",")[1]);
    }
}
