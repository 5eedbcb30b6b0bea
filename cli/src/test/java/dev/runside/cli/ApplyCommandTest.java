package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.AnsweringServer.Asked;
import dev.runside.cli.client.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApplyCommandTest {

    private static final String APPLIED =
            """
            {"version": 7, "dryRun": false,
             "created": ["user:ada", "product:mail"], "changed": ["flow:send"], "unchanged": [],
             "removed": [],
             "warnings": [{"file": "a.yaml", "line": 3, "field": "spec.remedy",
                           "detail": "acts whatever the diagnosis says", "fix": "add if"}],
             "gaps": [{"subject": "role:architect", "sentence": "nobody is architect",
                       "fix": "give a Person spec.roles: [architect]"}]}
            """;

    private static final String REFUSED =
            """
            {"title": "Invalid input", "status": 400, "detail": "One fault; nothing was applied.",
             "fix": "Correct what the errors name and send it again.",
             "errors": [{"file": "a.yaml", "line": 14, "field": "spec.remedy[0].timeout",
                         "detail": "'20' is not a duration", "fix": "write 20s, 3m or 1h"}]}
            """;

    @TempDir private Path folder;
    private Path catalog;

    @BeforeEach
    void writeFiles() throws IOException {
        catalog = Files.createDirectories(folder.resolve("catalog"));
        Files.createDirectories(catalog.resolve("more"));
        Files.writeString(catalog.resolve("b.yml"), "kind: B\n");
        Files.writeString(catalog.resolve("more/a.yaml"), "kind: A\n");
        Files.writeString(catalog.resolve("notes.txt"), "no definition\n");
    }

    @Test
    void everyFileOfAFolderIsSentAndTheAnswerIsSaidInWords() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, APPLIED)) {
            Said said = apply(server, "-f", catalog.toString());

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.out())
                    .isEqualTo(
                            """
                            created  user:ada
                            created  product:mail
                            changed  flow:send
                            2 created, 1 changed, 0 removed, 0 unchanged. Catalog version 7.
                            """);
            assertThat(said.err())
                    .isEqualTo(
                            """
                            warning: a.yaml:3 spec.remedy: acts whatever the diagnosis says; add if
                            gap: nobody is architect; give a Person spec.roles: [architect]
                            """);
            Asked asked = server.asked();
            assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /api/v1/definitions");
            assertThat(asked.authorization()).isEqualTo("Bearer rs_person_1");
            assertThat(asked.body().path("dryRun").asBoolean()).isFalse();
            assertThat(asked.body().path("files").findValuesAsString("text"))
                    .containsExactly("kind: B\n", "kind: A\n");
            assertThat(asked.body().path("files").findValuesAsString("name"))
                    .containsExactly(
                            catalog.resolve("b.yml").toString(),
                            catalog.resolve("more/a.yaml").toString());
        }
    }

    @Test
    void aDryRunSaysSo() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, APPLIED)) {
            Said said = apply(server, "-f", catalog.toString(), "--dry-run", "--prune");

            JsonNode asked = server.asked().body();
            assertThat(asked.path("dryRun").asBoolean()).isTrue();
            assertThat(asked.path("prune").asBoolean()).isTrue();
            assertThat(said.out())
                    .isEqualTo(
                            """
                            would create user:ada
                            would create product:mail
                            would change flow:send
                            2 to create, 1 to change, 0 to remove, 0 unchanged; a dry run, nothing was done. Catalog version 7.
                            """);
        }
    }

    @Test
    void aRefusalNamesEachFaultOnALine() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(400, REFUSED)) {
            Said said = apply(server, "-f", catalog.toString());

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.out()).isEmpty();
            assertThat(said.err())
                    .isEqualTo(
                            """
                            runside: Invalid input. One fault; nothing was applied
                              a.yaml:14 spec.remedy[0].timeout: '20' is not a duration; write 20s, 3m or 1h
                            Correct what the errors name and send it again.
                            """);
        }
    }

    @Test
    void programsGetTheAnswerAndTheRefusalAsJson() throws IOException {
        try (AnsweringServer applied = AnsweringServer.with(200, APPLIED);
                AnsweringServer refused = AnsweringServer.with(400, REFUSED)) {
            JsonNode answer = json(apply(applied, "-f", catalog.toString(), "--json"));
            JsonNode problem = json(apply(refused, "-f", catalog.toString(), "--json"));

            assertThat(answer.path("version").asInt()).isEqualTo(7);
            assertThat(problem.path("errors").get(0).path("line").asInt()).isEqualTo(14);
        }
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, APPLIED)) {
            Said missing = apply(server, "-f", folder.resolve("nowhere").toString());
            Path empty = Files.createDirectories(folder.resolve("empty"));
            Said nothing = apply(server, "-f", empty.toString());
            Said unsaid = apply(server);
            Path blank = Files.writeString(folder.resolve("blank.yaml"), "---\n# nothing yet\n");
            Said unwritten = apply(server, "-f", blank.toString(), "--prune", "--json");

            assertThat(missing.code()).isEqualTo(1);
            assertThat(missing.err()).contains("There is no " + folder.resolve("nowhere"));
            assertThat(nothing.err()).contains("There is no .yaml file in " + empty);
            assertThat(unsaid.code()).isEqualTo(2);
            assertThat(unwritten.code()).isEqualTo(1);
            assertThat(unwritten.err()).contains("There is no definition in " + blank);
            assertThat(json(unwritten).path("detail").asString()).contains("no definition");
            assertThat(server.questions()).isZero();
        }
    }

    @Test
    void aServerThatIsAwayIsSaidInOneSentence() throws IOException {
        AnsweringServer server = AnsweringServer.with(200, "{}");
        server.close();

        Said said = apply(server, "-f", catalog.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .isEqualTo(
                        "runside: Nothing answers at " + server.url() + ". Start it: runside up\n");
    }

    private static JsonNode json(Said said) {
        return JsonMapper.shared().readTree(said.out());
    }

    private Said apply(AnsweringServer server, String... rest) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Credentials self = new Credentials(server.url(), "rs_person_1", "user:ada");
        Files.writeString(data.resolve("cli.json"), self.asJson());
        String[] arguments = new String[rest.length + 3];
        arguments[0] = "apply";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(rest, 0, arguments, 3, rest.length);
        return Said.by(arguments);
    }
}
