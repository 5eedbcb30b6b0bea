package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Running;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetsCommandTest {

    private static final String PAGE =
            """
            {"items": [
              {"indicator": "relay-answers", "subject": "hop:mail/relay", "objective": 0.99, "bad": 5, "total": 1000, "left": 0.5},
              {"indicator": "web-answers", "subject": "hop:mail/web", "objective": 0.995, "bad": 0, "total": 0, "left": null}],
             "next": ""}
            """;

    @TempDir private Path data;

    @Test
    void whatIsLeftIsShownAndWhereNothingIsKnownThatIsSaid() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, PAGE)) {
            Running.on(new DataFolder(data), server.url());

            Said said = Said.by("budgets", "--data", data.toString());

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.out().lines())
                    .satisfiesExactly(
                            line ->
                                    assertThat(line)
                                            .matches(
                                                    "relay-answers +hop:mail/relay +99.00 % aimed at  50 % of its budget left \\(5 of 1000 bad\\)"),
                            line ->
                                    assertThat(line)
                                            .matches(
                                                    "web-answers +hop:mail/web +99.50 % aimed at  nothing counted"));
        }
    }
}
