package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Alerts of one name at one subject are one finding, which says how many they are. */
class AlertCountTest {

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void theyAreOneFindingThatCountsThem() {
        firing(0, 640);

        assertThat(finding().alerts().holding()).isEqualTo(640);
        assertThat(finding().said()).endsWith(" (640 alerts)");
    }

    @Test
    void aRunbookMayAskForItsName() {
        firing(0, 2);

        assertThat(finding().object()).isEqualTo("MailsWait");
    }

    @Test
    void theStoryTellsTenAndAHundredAndNotEach() {
        firing(0, 640);

        assertThat(mail.story("finding")).hasSize(1);
        assertThat(mail.story("signal"))
                .filteredOn(line -> line.contains("alerts)"))
                .extracting(line -> line.replaceFirst(".*\\(", ""))
                .containsExactly("10 alerts)", "100 alerts)");
    }

    @Test
    void theFindingIsOverWhenTheLastOfThemIs() {
        firing(0, 3);
        tell("resolved", 0, 2);
        assertThat(finding().open()).isTrue();
        assertThat(finding().alerts().holding()).isEqualTo(1);

        tell("resolved", 2, 3);
        mail.pass(Duration.ofSeconds(2));
        assertThat(finding().open()).isFalse();
        assertThat(mail.incident().state()).isEqualTo(Incident.State.RECOVERED);
    }

    @Test
    void oneSaidTwiceCountsOnceAndIsOverOnce() {
        firing(0, 2);
        firing(0, 2);
        tell("resolved", 0, 1);
        tell("resolved", 0, 1);

        assertThat(finding().alerts().holding()).isEqualTo(1);
    }

    @Test
    void oneThatNeverFiredEndsNothing() {
        firing(0, 1);
        tell("resolved", 7, 8);

        assertThat(finding().open()).isTrue();
    }

    @Test
    void theFindingIsStaleWhenAllOfThemAre() {
        firing(0, 2);
        tell("stale", 0, 1);
        assertThat(finding().staleSince()).isEmpty();

        tell("stale", 1, 2);
        assertThat(finding().staleSince()).isPresent();

        tell("repeated", 0, 1);
        assertThat(finding().staleSince()).isEmpty();
        assertThat(finding().alerts().stale()).isEqualTo(1);
    }

    @Test
    void theFindingIsStaleWhenTheLastThatWasRepeatedIsOver() {
        firing(0, 2);
        tell("stale", 0, 1);
        tell("resolved", 1, 2);

        assertThat(finding().staleSince()).isPresent();
        assertThat(finding().open()).isTrue();
    }

    @Test
    void itBeganWithTheEarliestOfThem() {
        Signal early = alert("firing", 1);
        mail.pass(Duration.ofSeconds(30));
        firing(0, 1);
        mail.give(new Input.Observed(List.of(early)));

        assertThat(finding().startedAt()).isEqualTo(early.time());
    }

    @Test
    void otherNamesAndOtherSubjectsAreOtherFindings() {
        firing(0, 2);
        mail.signal("alert", Company.RELAY, Map.of("state", "firing", "alertname", "DiskFull"));
        mail.signal("alert", Company.DB, Map.of("state", "firing", "alertname", "MailsWait"));

        assertThat(mail.findings()).hasSize(3);
    }

    private Finding finding() {
        return mail.findings().stream()
                .filter(finding -> finding.key().endsWith("#MailsWait"))
                .findFirst()
                .orElseThrow();
    }

    private void firing(int from, int to) {
        tell("firing", from, to);
    }

    private void tell(String state, int from, int to) {
        mail.give(
                new Input.Observed(
                        IntStream.range(from, to).mapToObj(n -> alert(state, n)).toList()));
    }

    private Signal alert(String state, int number) {
        Ref relay = Company.RELAY;
        return mail.observed(
                "alert",
                "instance-" + number,
                relay,
                Map.of("state", state, "alertname", "MailsWait"));
    }
}
