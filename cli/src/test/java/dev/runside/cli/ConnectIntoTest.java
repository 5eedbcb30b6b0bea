package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines put into the file of the tool itself, which nothing else may happen to. */
class ConnectIntoTest {

    private static final String LINES =
            """
            {"tool": "prometheus", "title": "Prometheus", "source": "source:prometheus", "speaksFor": ["*"],
             "token": "rs_source_1",
             "parts": [{"where": "prometheus.yml", "text": "alerting:\\n  alertmanagers:\\n    - scheme: http\\n      authorization: {}\\n"}],
             "then": ["Let Prometheus read it again"]}
            """;

    @TempDir private Path data;

    @Test
    void linesArePutIntoPrometheusOwnFileBesideWhatIsThere() throws IOException {
        Path file = data.resolve("prometheus.yml");
        String before =
                """
                alerting:
                    alertmanagers:
                        - static_configs: [{targets: ["127.0.0.1:9093"]}]
                rule_files: [rules.yml]
                """;
        Files.writeString(file, before);
        try (AnsweringServer server = AnsweringServer.with(200, LINES)) {
            Said said = into(server, file, "--no-wait");

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(file)
                    .hasContent(
                            """
                            alerting:
                                alertmanagers:
                                    - scheme: http
                                      authorization: {}
                                    - static_configs: [{targets: ["127.0.0.1:9093"]}]
                            rule_files: [rules.yml]
                            """);
            assertThat(data.resolve("prometheus.yml.before-runside")).hasContent(before);
        }
    }

    @Test
    void aFileThatCannotBeUnderstoodIsLeftAsItIsAndNothingIsMade() throws IOException {
        Path file = data.resolve("prometheus.yml");
        Files.writeString(file, "alerting: {alertmanagers: [{static_configs: []}]}\n");
        try (AnsweringServer server = AnsweringServer.with(200, LINES)) {
            Said said = into(server, file);

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("put the lines in by hand");
            assertThat(server.questions()).isZero();
        }
    }

    @Test
    void aFileThatIsNoPrometheusConfigurationIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(data.resolve("rules.yml"), "groups: []\n");
        try (AnsweringServer server = AnsweringServer.with(200, LINES)) {
            Said said = into(server, file);

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("is no prometheus.yml");
            assertThat(file).hasContent("groups: []\n");
            assertThat(server.questions()).isZero();
        }
    }

    @Test
    void aFileThatNamesThisRunsideAlreadyIsLeftAsItIs() throws IOException {
        Path file = data.resolve("prometheus.yml");
        try (AnsweringServer server = AnsweringServer.with(200, LINES)) {
            String target = server.url().toString().replaceFirst("^https?://", "");
            String before =
                    "alerting:\n  alertmanagers:\n    - static_configs: [{targets: [\"%s\"]}]\n"
                            .formatted(target);
            Files.writeString(file, before);

            Said said = into(server, file);

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("names " + target + " already");
            assertThat(file).hasContent(before);
            assertThat(server.questions()).isZero();
        }
    }

    @Test
    void whatWasKeptOfTheFileEarlierStays() throws IOException {
        Path file = Files.writeString(data.resolve("prometheus.yml"), "rule_files: []\n");
        Path kept = Files.writeString(data.resolve("prometheus.yml.before-runside"), "first\n");
        try (AnsweringServer server = AnsweringServer.with(200, LINES)) {
            Said said = into(server, file, "--no-wait");

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(kept).hasContent("first\n");
            assertThat(data.resolve("prometheus.yml.before-runside-2"))
                    .hasContent("rule_files: []\n");
        }
    }

    private Said into(AnsweringServer server, Path file, String... more) throws IOException {
        Running.on(new DataFolder(data), server.url());
        List<String> all =
                new ArrayList<>(List.of("connect", "prometheus", "--into", file.toString()));
        all.addAll(List.of(more));
        all.addAll(List.of("--data", data.toString()));
        return Said.by(all.toArray(String[]::new));
    }
}
