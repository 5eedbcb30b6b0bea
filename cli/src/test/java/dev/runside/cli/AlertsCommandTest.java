package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Running;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsCommandTest {

    private static final String PAGE =
            """
            {"items": [
              {"kind": "alert", "name": "DiskFull", "subject": "hop:mail/store", "fired": 12, "incidents": 10,
               "acted": 2, "nobody": 8, "open": 0, "precision": 0.2},
              {"kind": "process-gone", "name": "", "subject": "hop:mail/relay", "fired": 1, "incidents": 1,
               "acted": 0, "nobody": 0, "open": 1, "precision": null}],
             "next": null}
            """;

    @TempDir private Path data;

    @Test
    void eachAlertIsShownWithHowOftenAnybodyHadToAct() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, PAGE)) {
            Running.on(new DataFolder(data), server.url());

            Said said = Said.by("alerts", "--data", data.toString());

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.out().lines())
                    .satisfiesExactly(
                            line ->
                                    assertThat(line)
                                            .matches(
                                                    "alert DiskFull +hop:mail/store +fired 12 times, 10 incidents: somebody acted on 2, nobody on 8 \\(20 % for something\\)"),
                            line ->
                                    assertThat(line)
                                            .matches(
                                                    "process-gone +hop:mail/relay +fired 1 time, 1 incident: somebody acted on 0, nobody on 0, 1 open"));
        }
    }

    @Test
    void whereNothingFiredThatIsSaid() throws IOException {
        try (AnsweringServer server =
                AnsweringServer.with(200, "{\"items\": [], \"next\": null}")) {
            Running.on(new DataFolder(data), server.url());

            Said said = Said.by("alerts", "--days", "7", "--data", data.toString());

            assertThat(said.out()).isEqualToIgnoringNewLines("Nothing has fired in 7 days.");
        }
    }
}
