package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Running;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FlowsCommandTest {

    private static final String FIRST =
            """
            {"items": [{"name": "receive", "product": "product:mail", "owner": "user:ada"}], "next": "receive"}
            """;
    private static final String LAST =
            """
            {"items": [{"name": "send", "product": "product:mail", "gap": "nobody owns product:mail"}], "next": ""}
            """;

    @TempDir private Path data;

    @Test
    void everyFlowHasALineWithWhoIsAccountable() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, FIRST, LAST)) {
            Running.on(new DataFolder(data), server.url());

            Said said = Said.by("flows", "--data", data.toString());

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.out().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).matches("receive +product:mail +user:ada"),
                            line ->
                                    assertThat(line)
                                            .matches(
                                                    "send +product:mail +nobody: nobody owns product:mail"));
            server.asked();
            assertThat(server.asked().path()).isEqualTo("/api/v1/flows?limit=500&after=receive");
        }
    }

    @Test
    void programsGetAllOfThemAsTheServerTellsThem() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, FIRST, LAST)) {
            Running.on(new DataFolder(data), server.url());

            Said said = Said.by("flows", "--json", "--data", data.toString());

            assertThat(JsonMapper.shared().readTree(said.out()).path("items")).hasSize(2);
        }
    }

    @Test
    void withoutAnyTheWayToOneIsSaid() throws IOException {
        try (AnsweringServer server =
                AnsweringServer.with(200, "{\"items\": [], \"next\": \"\"}")) {
            Running.on(new DataFolder(data), server.url());

            assertThat(Said.by("flows", "--data", data.toString()).out())
                    .isEqualTo(
                            "No flows. A file that defines one is applied with: runside apply -f FILE\n");
        }
    }
}
