package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Running;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookCommandTest {

    private static final String PROPOSAL =
            """
            {"name": "learned-it-leaks", "product": "product:mail", "owner": "user:ada", "state": "%s",
             "from": [{"incident": "inc_1", "number": 3, "cause": "it leaks", "by": "user:ada", "did": ["restart relay", "start store"]}],
             "missing": %s,
             "definition": "apiVersion: runside.dev/v1\\n",
             "backtest": {"days": 30, "incidents": 7, "pagesSaved": 2, "clean": true,
                          "runs": [{"number": 3, "title": "Relay fails", "cause": "it leaks", "paged": true, "verdict": "right"}]},
             "decided": {"by": "user:ada", "reason": "to act"}}
            """;

    @TempDir private Path data;

    @Test
    void aProposalIsShownWithItsEvidence() throws IOException {
        Said said = said(PROPOSAL.formatted("open", "[]"), "proposal", "learned-it-leaks");

        assertThat(said.out())
                .isEqualToIgnoringNewLines(
                        """
                        learned-it-leaks, open, decided by user:ada

                        Learnt of
                          #3 it leaks (user:ada): restart relay, then start store

                        In the last 30 days, had it acted alone
                          of 7 incidents it would have run on 1 and saved 2 pages; on none with another cause
                          right    #3 Relay fails, somebody was paged

                        apiVersion: runside.dev/v1
                        """);
    }

    @Test
    void whatItLacksIsShown() throws IOException {
        Said said =
                said(
                        PROPOSAL.formatted("open", "[\"diagnose: nothing was looked at\"]"),
                        "proposal",
                        "learned-it-leaks");

        assertThat(said.out()).contains("It lacks", "  diagnose: nothing was looked at");
    }

    @Test
    void aListNamesThemAll() throws IOException {
        Said said =
                said(
                        """
                        {"items": [{"name": "learned-it-leaks", "owner": "user:ada", "state": "open", "incidents": [3, 5, 9]}]}
                        """,
                        "proposals");

        assertThat(said.out()).contains("learned-it-leaks").contains("open").contains("#3, #5, #9");
    }

    @Test
    void whereThereIsNoneItSaysHowOneComes() throws IOException {
        assertThat(said("{\"items\": []}", "proposals").out())
                .contains("the third incident that ends alike drafts one");
    }

    @Test
    void promotingAndDismissingSayWhatCameOfIt() throws IOException {
        assertThat(said(PROPOSAL.formatted("promoted", "[]"), "promote", "learned-it-leaks").out())
                .contains("learned-it-leaks is in force: to act");
        assertThat(
                        said(
                                        PROPOSAL.formatted("dismissed", "[]"),
                                        "dismiss",
                                        "learned-it-leaks",
                                        "--reason",
                                        "no")
                                .out())
                .contains("learned-it-leaks is dismissed");
    }

    private Said said(String answer, String... words) throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, answer)) {
            Running.on(new DataFolder(data), server.url());
            String[] all = new String[words.length + 3];
            all[0] = "runbook";
            System.arraycopy(words, 0, all, 1, words.length);
            all[all.length - 2] = "--data";
            all[all.length - 1] = data.toString();
            Said said = Said.by(all);
            assertThat(said.code()).as(said.err()).isZero();
            return said;
        }
    }
}
