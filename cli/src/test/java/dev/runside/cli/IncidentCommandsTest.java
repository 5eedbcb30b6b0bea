package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.client.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class IncidentCommandsTest {

    private static final String INCIDENT =
            """
            {"id":"inc_1","number":12,"version":9,"title":"relay is gone","tier":"routine",
             "why":"runbook relay-gone fits hop:mail/relay","state":"closed","owner":"user:ada","gap":null,
             "products":["product:mail"],"facets":["platform"],"seam":null,"cause":"known failure",
             "detectedBy":"signal","startedAt":"2030-01-01T10:00:00.000Z","detectedAt":"2030-01-01T10:00:00.200Z",
             "openedAt":"2030-01-01T10:00:00.300Z","closedAt":"2030-01-01T10:00:08.000Z","lasted":"PT7S","acknowledged":null,
             "suspects":[{"ref":"hop:mail/relay","at":"hop:mail/relay","kind":"hop","score":0.92,
                          "evidence":["its process is gone"]}],
             "ruledOut":["system:mail-db answers"],
             "timeline":[{"time":"2030-01-01T10:00:00.200Z","at":"2030-01-01T10:00:00.300Z","kind":"finding",
                          "text":"the process is gone"}],
             "runs":[{"runbook":"relay-gone","target":"hop:mail/relay","agent":"agent:local","phase":"verified",
                      "why":"60 of 60 good",
                      "steps":[{"phase":"remedy","id":"restart","action":"service restart relay","outcome":"done",
                                "reason":"","output":{"pid":"42"}}]}],
             "pages":[],"informed":["user:ada"],"mergedInto":null}
            """;

    @TempDir private Path data;

    @Test
    void anIncidentIsToldAsAStory() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, INCIDENT)) {
            Said said = runside(server, "incident", "#12");

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(server.asked().path()).isEqualTo("/api/v1/incidents/12");
            assertThat(said.out())
                    .contains(
                            "#12 relay is gone",
                            "routine: runbook relay-gone fits hop:mail/relay",
                            "user:ada",
                            "closed since",
                            "over after 7.0 s",
                            "detected after 0.2 s by a signal",
                            "hop:mail/relay (hop, 0.92)",
                            "- its process is gone",
                            "checked: system:mail-db answers",
                            ":00.200  finding   the process is gone",
                            "on hop:mail/relay by agent:local: verified (60 of 60 good)",
                            "service restart relay: done",
                            "pid=42",
                            "nobody was paged",
                            "informed user:ada");
        }
    }

    @Test
    void whatAProgramPrintedDoesNotSteerTheTerminal() throws IOException {
        String printed = "\\u001b]0;x\\u0007\\u001b[2Jclean\\u009b31m\\u202ebad";
        try (AnsweringServer server =
                AnsweringServer.with(200, INCIDENT.replace("\"42\"", '"' + printed + '"'))) {
            Said said = runside(server, "incident", "12");

            assertThat(said.out()).contains("]0;x", "[2Jclean", "31m", "bad");
            assertThat(said.out()).doesNotContain("\u001b", "\u0007", "\u009b", "\u202e");
        }
    }

    @Test
    void aPageThatWasNotNeededIsNotOneThatSomebodyGot() throws IOException {
        String cancelled =
                "\"pages\":[{\"status\":\"cancelled\",\"sentAt\":null,\"told\":[],\"reason\":\"relay-gone took it\"}]";
        try (AnsweringServer server =
                AnsweringServer.with(200, INCIDENT.replace("\"pages\":[]", cancelled))) {
            assertThat(runside(server, "incident", "12").out())
                    .contains(
                            "nobody was paged",
                            "a page was not sent, cancelled: relay-gone took it");
        }
    }

    @Test
    void oneThatIsOpenCanBeWaitedFor() throws IOException {
        String open = INCIDENT.replace("\"state\":\"closed\"", "\"state\":\"open\"");
        try (AnsweringServer server = AnsweringServer.with(200, open, open, INCIDENT)) {
            Said said = runside(server, "incident", "12", "--wait");

            assertThat(said.out()).contains("closed since");
            assertThat(server.questions()).isEqualTo(3);
        }
    }

    @Test
    void forProgramsItIsTheServersOwnAnswer() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, INCIDENT)) {
            Said said = runside(server, "incident", "12", "--json");

            assertThat(JsonMapper.shared().readTree(said.out()))
                    .isEqualTo(JsonMapper.shared().readTree(INCIDENT));
        }
    }

    @Test
    void aListHasALineForEach() throws IOException {
        String page = "{\"items\":[" + INCIDENT + "],\"next\":12}";
        try (AnsweringServer server = AnsweringServer.with(200, page)) {
            Said said = runside(server, "incidents", "--state", "open,recovered", "--limit", "1");

            assertThat(server.asked().path())
                    .isEqualTo("/api/v1/incidents?state=open%2Crecovered&limit=1");
            assertThat(said.out())
                    .contains("#12", "closed", "routine", "relay is gone", "(user:ada)");
            assertThat(said.out()).contains("--after 12");
        }
    }

    @Test
    void anEmptyListSaysHowToSeeMore() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{\"items\":[],\"next\":null}")) {
            Said said = runside(server, "incidents");

            assertThat(server.asked().path())
                    .as("what Now lists as well")
                    .startsWith("/api/v1/incidents?state=open%2Crecovered&");
            assertThat(said.out()).contains("No incidents in state live", "--state all");
        }
    }

    @Test
    void aStateThatIsNoneIsRefusedWithTheChoicesBeforeAnybodyIsAsked() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{}")) {
            Said said = runside(server, "incidents", "--state", "opne");

            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err())
                    .contains(
                            "--state: there is no state 'opne'; there is live, open, recovered,"
                                    + " resolved, closed, all");
            assertThat(server.questions()).isZero();
        }
    }

    @Test
    void aListSaysWhoHasIt() throws IOException {
        String acknowledged =
                INCIDENT.replace("\"acknowledged\":null", "\"acknowledged\":{\"by\":\"user:bea\"}");
        String page = "{\"items\":[" + acknowledged + "],\"next\":null}";
        try (AnsweringServer server = AnsweringServer.with(200, page)) {
            assertThat(runside(server, "incidents").out())
                    .contains("(user:ada, acknowledged by user:bea)");
        }
    }

    @Test
    void anUnknownIncidentIsSaidWithTheCommandThatListsThem() throws IOException {
        String problem =
                "{\"title\":\"Not found\",\"detail\":\"There is no incident '99'.\",\"fix\":\"List them: GET /api\"}";
        try (AnsweringServer server = AnsweringServer.with(404, problem)) {
            for (String command : List.of("incident 99", "ack 99", "resolve 99 --cause x")) {
                Said said = runside(server, command.split(" "));

                assertThat(said.code()).isEqualTo(1);
                assertThat(said.err())
                        .contains("no incident '99'", "List them: runside incidents --state all")
                        .doesNotContain("GET");
            }
        }
    }

    @Test
    void acknowledgingAndResolvingAskTheServer() throws IOException {
        String taken =
                "{\"number\":12,\"title\":\"relay is gone\",\"cause\":\"a full disk\",\"acknowledged\":{\"by\":\"user:ada\"}}";
        try (AnsweringServer server = AnsweringServer.with(200, taken)) {
            Said ack = runside(server, "ack", "12");
            AnsweringServer.Asked acked = server.asked();
            Said resolve = runside(server, "resolve", "12", "--cause", "a full disk");
            AnsweringServer.Asked resolved = server.asked();

            assertThat(ack.out()).isEqualTo("#12 relay is gone: acknowledged by user:ada\n");
            assertThat(acked.method() + acked.path()).isEqualTo("POST/api/v1/incidents/12/ack");
            assertThat(resolve.out())
                    .isEqualTo("#12 relay is gone: resolved, cause: a full disk\n");
            assertThat(resolved.path()).isEqualTo("/api/v1/incidents/12/resolve");
            assertThat(resolved.body().path("cause").asString()).isEqualTo("a full disk");
        }
    }

    @Test
    void aRefusalIsSaidWithItsFix() throws IOException {
        String problem =
                "{\"title\":\"Conflict\",\"detail\":\"#12 still shows open findings\",\"fix\":\"Wait.\"}";
        try (AnsweringServer server = AnsweringServer.with(409, problem)) {
            Said said = runside(server, "resolve", "12", "--cause", "x");

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("#12 still shows open findings", "Wait");
        }
    }

    @Test
    void aCauseIsWanted() {
        Said said = Said.by("resolve", "12");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--cause");
    }

    private Said runside(AnsweringServer server, String... arguments) throws IOException {
        Files.writeString(
                data.resolve("cli.json"),
                new Credentials(server.url(), "rs_person_1", "user:ada").asJson());
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return Said.by(all.toArray(String[]::new));
    }
}
