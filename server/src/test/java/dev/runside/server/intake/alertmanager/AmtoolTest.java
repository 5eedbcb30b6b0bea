package dev.runside.server.intake.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.runside.core.signal.Signal;
import dev.runside.server.Soon;
import dev.runside.server.access.TestTokens;
import dev.runside.server.audit.Audit;
import dev.runside.server.audit.AuditLine;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.StoredSignals;
import dev.runside.server.intake.alertmanager.Tool.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Debian's amtool against Runside. */
@IntakeTest
class AmtoolTest {

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;
    @Autowired private Audit audit;

    @TempDir private Path folder;

    @Test
    void alertsAreAddedAndAskedFor() throws Exception {
        String token = sender.source("*");
        String name = sender.unique("Late");

        assertThat(amtool(token, "alert", "add", name, "job=relay", "severity=warning").exit())
                .isZero();
        assertThat(amtool(token, "alert", "query", "alertname=" + name).text())
                .contains(name)
                .contains("active");
        assertThat(amtool(token, "alert", "query", "alertname=~La.*", "job!=relay").text())
                .doesNotContain(name);
        assertThat(amtool(sender.source("*"), "alert", "query").text()).doesNotContain(name);
    }

    @Test
    void whatIsSilencedIsKeptAndRaisedWhenTheSilenceIsEnded() throws Exception {
        var stored = StoredSignals.fromNowOn(server);
        String source = sender.source("*");
        String name = sender.unique("Quiet");
        String person = TestTokens.of(server).person("silencer");
        long before = audit.last();

        Said added =
                amtool(
                        person,
                        "silence",
                        "add",
                        "--comment=known",
                        "--duration=1h",
                        "alertname=" + name);
        String id = added.text().strip();
        amtool(source, "alert", "add", name, "job=relay");

        assertThat(id).as(added.text()).hasSize(36);
        assertThat(stored.told()).extracting(Signal::kind).containsExactly("alert-silenced");
        assertThat(stored.told().getFirst().attribute("silenced")).isEqualTo(id);
        assertThat(amtool(person, "silence", "query").text())
                .contains(id.substring(0, 8))
                .contains("user:silencer");
        assertThat(amtool(source, "alert", "query", "--silenced", "alertname=" + name).text())
                .contains("suppressed");
        assertThat(amtool(source, "alert", "query", "alertname=" + name).text())
                .doesNotContain(name);

        assertThat(amtool(person, "silence", "expire", id).exit()).isZero();

        List<Signal> all = Soon.get(stored::told, signals -> signals.size() > 1);
        assertThat(all.getLast().kind()).isEqualTo("alert");
        assertThat(all.getLast().attribute("state")).isEqualTo("firing");
        assertThat(audit.after(before, 100))
                .filteredOn(line -> line.target().equals("silence:" + id))
                .extracting(AuditLine::actor, AuditLine::act)
                .containsExactly(
                        tuple("user:silencer", "silence.set"),
                        tuple("user:silencer", "silence.end"));
    }

    @Test
    void aSourceSilencesOnlyItself() throws Exception {
        String name = sender.unique("Mine");
        String own = sender.source("*");
        String other = sender.source("*");
        String id =
                amtool(own, "silence", "add", "--comment=c", "alertname=" + name).text().strip();
        var stored = StoredSignals.fromNowOn(server);

        amtool(other, "alert", "add", name);
        amtool(own, "alert", "add", name);

        assertThat(stored.told())
                .extracting(Signal::kind)
                .containsExactly("alert", "alert-silenced");
        assertThat(amtool(other, "silence", "expire", id).exit()).isNotZero();
    }

    @Test
    void whatIsWrongIsSaidInTheToolsOwnWords() throws Exception {
        assertThat(amtool(sender.source("*"), "config", "show").text())
                .contains("receiver: runside");
        assertThat(amtool("rs_source_guessed", "alert", "query").exit()).isNotZero();
    }

    private Said amtool(String token, String... arguments) throws Exception {
        Path http = folder.resolve("http.yml");
        Files.writeString(http, "authorization: {credentials: " + token + "}\n");
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--alertmanager.url=" + sender.uri(""),
                                "--http.config.file=" + http));
        all.addAll(List.of(arguments));
        return Tool.named("amtool").run(all);
    }
}
