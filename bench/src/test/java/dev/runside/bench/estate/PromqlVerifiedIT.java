package dev.runside.bench.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.bench.rig.Incidents;
import dev.runside.bench.rig.Rig;
import dev.runside.bench.rig.Signals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Prometheus' alert starts a runbook, and what Prometheus scrapes, or the alert itself, says
 * whether it helped. nginx is stopped in its tracks: its port takes connections, and nobody
 * answers.
 */
class PromqlVerifiedIT {

    private static final Path ROOT =
            Path.of(System.getProperty("runside.root")).toAbsolutePath().normalize();

    @TempDir private Path folder;

    @Test
    void healedWhenPromqlOrTheAlertItselfSaysSoAndNeverWhenPrometheusSaysNothing()
            throws Exception {
        try (Company company = Company.in(ROOT, folder.resolve("company"));
                Rig rig = Rig.in(ROOT, folder.resolve("runside"))) {
            connect(rig, company);
            ProcessHandle frozen = company.process("web");

            Signals.suspend(frozen);
            JsonNode healed = new Incidents(rig).awaitOf(Greetings.WEB, "closed");

            assertThat(phase(healed)).isEqualTo("verified");
            assertThat(healed.path("timeline").toString())
                    .containsPattern("web-answers: [0-9.]+ % of [0-9]+ good since the remedy");
            assertThat(paged(healed)).isEmpty();
            assertThat(company.process("web").pid()).isNotEqualTo(frozen.pid());

            rig.apply(Greetings.verifiedByAlert(company));
            Signals.suspend(company.process("web"));
            JsonNode over =
                    new Incidents(rig)
                            .await(
                                    "its alert is over",
                                    one -> isNew(one, healed) && phase(one).equals("verified"));
            assertThat(over.path("timeline").toString())
                    .contains("web-alert: 100.0 % of 1 good since the remedy");
            assertThat(paged(over)).isEmpty();

            Signals.suspend(company.process("web"));
            new Incidents(rig)
                    .await("a third run", one -> isThird(one, healed, over) && hasRun(one));
            Signals.kill(company.process("prometheus"));
            JsonNode unseen =
                    new Incidents(rig)
                            .await(
                                    "a person is paged",
                                    one -> isThird(one, healed, over) && hasPage(one));

            assertThat(phase(unseen)).isEqualTo("inconclusive");
            assertThat(paged(unseen)).containsExactly("user:ada");
            assertThat(unseen.path("state").asString()).isNotIn("closed", "recovered");
            JsonNode away =
                    new Incidents(rig).await("Prometheus is away", PromqlVerifiedIT::isAway);
            assertThat(away.path("findings").toString()).contains("is asked in vain");
        }
    }

    private static void connect(Rig rig, Company company) throws Exception {
        rig.startServer();
        company.hurryPrometheus();
        String file = company.prometheusFile().toString();
        assertThat(rig.runside("connect", "prometheus", "--into", file, "--no-wait")).isZero();
        company.prometheusReadsAgain();
        Path agent = Files.createDirectories(rig.data().resolve("agent"));
        Files.writeString(agent.resolve("agent.yaml"), Greetings.agentFile(company));
        rig.apply(Greetings.definitions(company));
        rig.startAgent();
    }

    private static boolean isAway(JsonNode incident) {
        return incident.path("findings")
                .valueStream()
                .anyMatch(finding -> finding.path("subject").asString("").equals("source:metrics"));
    }

    private static boolean isNew(JsonNode incident, JsonNode before) {
        return !incident.path("id").equals(before.path("id"))
                && incident.path("findings").toString().contains(Greetings.WEB);
    }

    private static boolean isThird(JsonNode incident, JsonNode first, JsonNode second) {
        return isNew(incident, first) && isNew(incident, second);
    }

    private static boolean hasRun(JsonNode incident) {
        return !incident.path("runs").isEmpty();
    }

    private static boolean hasPage(JsonNode incident) {
        return !paged(incident).isEmpty();
    }

    private static String phase(JsonNode incident) {
        return incident.path("runs").path(0).path("phase").asString("");
    }

    private static List<String> paged(JsonNode incident) {
        return incident.path("pages")
                .valueStream()
                .filter(page -> page.path("sentAt").isString())
                .flatMap(page -> page.path("told").valueStream())
                .map(JsonNode::asString)
                .toList();
    }
}
