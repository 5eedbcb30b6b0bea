package dev.runside.server.intake.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.client.ServerApi;
import dev.runside.cli.job.JobRun;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job's runs, as {@code runside job} reports them: real processes, and the report that waits on
 * disk.
 */
class JobSourceTest extends SourceContract {

    @TempDir private Path folder;

    private String token = "";
    private int runs;

    @Override
    void begin() {
        token = sender.source("*");
    }

    @Override
    String measure() {
        return "job: {name: nightly}";
    }

    @Override
    Runnable happens(boolean good) throws Exception {
        List<String> reports = reports(good ? "/bin/true" : "/bin/false");
        return () -> reports.forEach(this::send);
    }

    /** It came every now and then, and does not come any longer. */
    @Override
    void isAway() throws Exception {
        for (int run = 0; run < 6; run++) {
            passes(Duration.ofSeconds(30));
            String now = "\"time\":\"" + machine.instant() + "\"";
            reports("/bin/false").stream()
                    .map(report -> report.replaceFirst("\"time\":\"[^\"]+\"", now))
                    .forEach(this::send);
        }
        passes(Duration.ofMinutes(3));
    }

    @Override
    String away() {
        return "job-late " + company.hop();
    }

    /** Runside is away, so the reports are left where they wait. */
    private List<String> reports(String program) throws Exception {
        Path spool = folder.resolve("run" + runs++);
        new JobRun(
                        "nightly",
                        Optional.of(company.hop()),
                        spool,
                        () -> ServerApi.at("http://127.0.0.1:1", token),
                        Map.of())
                .run(
                        List.of(program),
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream());
        try (Stream<Path> files = Files.list(spool)) {
            return files.sorted().map(JobSourceTest::text).toList();
        }
    }

    private void send(String report) {
        assertThat(sender.post("/api/v1/signals", token, report).status()).isEqualTo(202);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
