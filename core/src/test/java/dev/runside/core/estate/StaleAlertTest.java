package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An alert that its source no longer repeats is neither over nor news: its incident says so. */
class StaleAlertTest {

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void theIncidentStaysOpenAndSaysSo() {
        alert("firing");
        mail.pass(Duration.ofSeconds(30));
        alert("stale");
        mail.pass(Duration.ofMinutes(10));

        assertThat(mail.incident().state()).isEqualTo(Incident.State.OPEN);
        assertThat(mail.story("signal"))
                .filteredOn(line -> line.startsWith("stale:"))
                .singleElement()
                .asString()
                .contains("source:test no longer repeats it");
        assertThat(mail.findings()).allMatch(finding -> finding.staleSince().isPresent());
    }

    @Test
    void repeatedAgainItIsNoLongerStale() {
        theIncidentStaysOpenAndSaysSo();
        alert("repeated");

        assertThat(mail.findings()).allMatch(finding -> finding.staleSince().isEmpty());
        assertThat(mail.story("signal").getLast()).contains("repeats it again");
    }

    @Test
    void onlyItsSourceEndsIt() {
        theIncidentStaysOpenAndSaysSo();
        alert("resolved");
        mail.pass(Duration.ofSeconds(2));

        assertThat(mail.incident().state()).isEqualTo(Incident.State.RECOVERED);
        assertThat(mail.findings()).allMatch(finding -> finding.staleSince().isEmpty());
    }

    @Test
    void ofAnAlertThatIsNoFindingNothingIsSaid() {
        alert("stale");

        assertThat(mail.incidents()).isEmpty();
    }

    private void alert(String state) {
        mail.signal("alert", Company.RELAY, Map.of("state", state));
    }
}
