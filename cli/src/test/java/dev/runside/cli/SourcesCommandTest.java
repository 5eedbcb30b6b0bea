package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SourcesCommandTest {

    private static final String TWO =
            """
            {"items": [
              {"source": "source:ci", "speaksFor": ["product:mail"], "open": true, "lastSeen": null, "perMinute": 0,
               "reports": 0, "refused": 0, "unmappedShare": 0.0, "firingBefore": 0, "stale": 0, "troubles": [], "gaps": []},
              {"source": "source:prometheus", "speaksFor": ["product:mail", "system:mail-db"], "open": true, "lastSeen": "%s",
               "perMinute": 12, "reports": 3400, "refused": 1, "unmappedShare": 0.125, "firingBefore": 2, "stale": 0,
               "troubles": ["source-silent"],
               "gaps": [{"name": "cron-7", "count": 4, "proposal": "under spec.hops of Product mail: - {name: cron-7, service: cron-7}"}]}
            ]}
            """;

    @TempDir private Path data;

    @Test
    void everySourceHasALineAndWhatIsNotUnderstoodIsSaidBelow() throws IOException {
        try (AnsweringServer server =
                AnsweringServer.with(200, TWO.formatted(Instant.now().minusSeconds(90)))) {
            Running.on(new DataFolder(data), server.url());

            Said said = Said.by("sources", "--data", data.toString());

            assertThat(said.code()).as(said.err()).isZero();
            List<String> lines = said.out().lines().toList();
            assertThat(lines.get(1)).matches("ci +never +0 +0 +0 +0\\.0 % +waiting +product:mail");
            assertThat(lines.get(2))
                    .matches(
                            "prometheus +1 min \\d+ s ago +12 +3400 +1 +12\\.5 % +source-silent +product:mail,system:mail-db");
            assertThat(lines.get(3)).contains("2 alerts were firing before it was connected");
            assertThat(lines.get(4))
                    .isEqualTo(
                            "prometheus: not in the catalog: cron-7 (4 times); under spec.hops of Product mail: - {name: cron-7, service: cron-7}");
            assertThat(server.asked().path()).isEqualTo("/api/v1/sources");
        }
    }

    @Test
    void aPollThatFailsIsSaidBelow() throws IOException {
        String failing =
                """
                {"items": [{"source": "source:github", "speaksFor": ["*"], "open": true, "lastSeen": null, "perMinute": 0,
                  "reports": 0, "refused": 0, "unmappedShare": 0.0, "firingBefore": 0, "stale": 0, "troubles": ["poll-fails"], "gaps": [],
                  "poll": {"tool": "github", "target": "example/relay", "baseUrl": "https://api.github.com",
                           "next": "2030-01-01T00:00:00Z", "failing": true, "trouble": "/repos/example/relay was answered with 401"}}]}
                """;
        try (AnsweringServer server = AnsweringServer.with(200, failing)) {
            Running.on(new DataFolder(data), server.url());

            assertThat(Said.by("sources", "--data", data.toString()).out().lines().toList())
                    .last()
                    .isEqualTo(
                            "github: asking https://api.github.com: /repos/example/relay was answered with 401");
        }
    }

    @Test
    void aSourceThatIsNotThereIsNotWaitedForInSilence() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, TWO.formatted(Instant.EPOCH))) {
            Running.on(new DataFolder(data), server.url());

            Said said = Said.by("sources", "grafana", "--data", data.toString());

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.out()).contains("There is no source of this name");
        }
    }

    @Test
    void waitingIsForOneSource() {
        Said said = Said.by("sources", "--wait", "1m", "--data", data.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("give its NAME");
    }

    @Test
    void programsGetWhatTheServerSays() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, TWO.formatted(Instant.EPOCH))) {
            Running.on(new DataFolder(data), server.url());

            Said said = Said.by("sources", "--json", "--data", data.toString());

            assertThat(JsonMapper.shared().readTree(said.out()).path("items")).hasSize(2);
        }
    }

    @Test
    void withoutAnyTheWayToOneIsSaid() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{\"items\": []}")) {
            Running.on(new DataFolder(data), server.url());

            assertThat(Said.by("sources", "--data", data.toString()).out())
                    .contains("runside connect prometheus");
        }
    }
}
