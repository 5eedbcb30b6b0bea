package dev.runside.server.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From files to a file, without a server. */
class RunsideReplayTest {

    private static final String DEFINITIONS =
            """
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ada}
            ---
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: mail}
            spec:
              owner: user:ada
              hops:
                - {name: web, function: development}
                - {name: relay, function: platform, service: mail-relay}
            ---
            apiVersion: runside.dev/v1
            kind: Flow
            metadata: {name: send}
            spec: {product: mail, path: ['hop:mail/web', 'hop:mail/relay']}
            """;

    @TempDir Path folder;

    @BeforeEach
    void define() throws IOException {
        Files.createDirectories(folder.resolve("catalog"));
        Files.writeString(folder.resolve("catalog/mail.yaml"), DEFINITIONS);
    }

    @Test
    void whatTheSignalsComeToIsWrittenWithTheirIds() throws IOException {
        JsonNode replayed =
                replay(
                        """
                        {"id":"w1","kind":"alert","time":"2026-02-01T03:00:20Z","title":"Web fails","attributes":{"alertname":"Errors","service":"web","state":"firing"}}
                        {"id":"r1","kind":"alert","time":"2026-02-01T03:00:00Z","title":"Relay fails","attributes":{"alertname":"Errors","service":"mail-relay","state":"firing"}}

                        {"id":"w2","kind":"alert","time":"2026-02-01T03:09:00Z","title":"Web fails","attributes":{"alertname":"Errors","service":"web","state":"resolved"}}
                        {"id":"x1","kind":"alert","time":"2026-02-01T05:00:00Z","title":"Odd","attributes":{"service":"unheard-of","state":"firing"}}
                        {"id":"x1","kind":"alert","time":"2026-02-01T05:00:00Z","title":"Odd","attributes":{"service":"unheard-of","state":"firing"}}
                        """);

        assertThat(replayed.path("signals").asInt()).isEqualTo(4);
        assertThat(replayed.path("unmapped").asInt()).isEqualTo(1);
        assertThat(replayed.path("pages").asInt()).isEqualTo(2);
        JsonNode first = replayed.path("incidents").path(0);
        assertThat(first.path("members").toString()).isEqualTo("[\"r1\",\"w1\"]");
        assertThat(first.path("endedBy").toString()).isEqualTo("[\"w2\"]");
        assertThat(first.path("suspects").path(0).path("at").asString())
                .isEqualTo("hop:mail/relay");
        assertThat(first.path("tier").asString()).isEqualTo("novel");
        assertThat(first.path("owner").asString()).isEqualTo("user:ada");
        assertThat(first.path("startedAt").asString()).isEqualTo("2026-02-01T03:00:00Z");
        JsonNode second = replayed.path("incidents").path(1);
        assertThat(second.path("gap").asString()).startsWith("nobody owns this");
        assertThat(second.path("members").toString()).isEqualTo("[\"x1\"]");
    }

    @Test
    void everyLineThatCannotBeReadIsNamedAndNothingIsWritten() {
        assertThatThrownBy(() ->
                        replay(
                                """
                                {"id":"a","kind":"alert","time":"2026-02-01T03:00:00Z"}
                                {"id":"b","kind":"alert"}
                                {"id":"c","kind":"Alert","time":"yesterday"}
                                nonsense
                                [{"id":"d","kind":"alert","time":"2026-02-01T03:00:00Z"},{"id":"e","kind":"alert","time":"2026-02-01T03:00:00Z"}]
                                """))
                .isInstanceOf(IOException.class)
                .message()
                .satisfies(message ->
                        assertThat(message.lines().map(this::withoutFolder).toList())
                                .containsExactly(
                                        "signals.jsonl:2 time is missing; a recorded signal says when it was",
                                        "signals.jsonl:3 kind is not lower case words joined by -, as in process-gone",
                                        "signals.jsonl:3 time is not a time as RFC 3339 has it, as in 2026-01-31T12:00:00.000Z",
                                        "signals.jsonl:4: is not one signal in JSON",
                                        "signals.jsonl:5: is not one signal in JSON"));
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    @Test
    void everyFaultInTheDefinitionsIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("catalog/more.yaml"),
                "apiVersion: runside.dev/v1\nkind: Flow\nmetadata: {name: odd}\nspec: {product: mail, path: ['hop:mail/gone', 'hop:mail/web']}\n");

        assertThatThrownBy(() -> replay("")).message().contains("more.yaml:4", "hop:mail/gone");
    }

    private String withoutFolder(String line) {
        return line.replace(folder + "/", "");
    }

    private JsonNode replay(String lines) throws IOException {
        Path signals = folder.resolve("signals.jsonl");
        Files.write(signals, List.of(lines));
        Path out = folder.resolve("out.json");
        RunsideReplay.replay(folder.resolve("catalog"), signals, out);
        return JsonMapper.shared().readTree(out.toFile());
    }
}
