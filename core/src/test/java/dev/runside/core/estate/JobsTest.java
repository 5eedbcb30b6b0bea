package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Jobs that say when they begin and how they end. */
class JobsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void aFailedJobIsAFindingUntilOneEndsWell() {
        started();
        ended("3", 500, "reading\nno room left");

        assertThat(mail.incident().findings()).containsExactly("job-failed@hop:mail/relay#nightly");
        assertThat(mail.story("suspect"))
                .singleElement()
                .asString()
                .contains("nightly ended with 3: no room left");

        ended("0", 500, "");
        mail.pass(Duration.ofSeconds(1));
        assertThat(mail.incident().state()).isEqualTo(Incident.State.RECOVERED);
    }

    @Test
    void aJobIsLateAQuarterAndAMinuteBeyondItsLongestPause() {
        regular();
        mail.pass(Duration.ofSeconds(134));
        assertThat(mail.incidents()).isEmpty();

        mail.pass(Duration.ofSeconds(3));
        assertThat(mail.incident().findings()).containsExactly("job-late@hop:mail/relay#nightly");

        started();
        mail.pass(Duration.ofSeconds(1));
        assertThat(mail.incident().state()).isEqualTo(Incident.State.RECOVERED);
    }

    @Test
    void afterARestartAJobIsGivenItsTimeAnew() {
        regular();
        mail.pass(Duration.ofSeconds(120));
        mail.give(new Input.Restarted());
        mail.pass(Duration.ofSeconds(120));

        assertThat(mail.incidents()).isEmpty();
    }

    @Test
    void aJobThatComesNoMoreIsForgotten() {
        regular();
        mail.pass(Duration.ofSeconds(605));

        assertThat(mail.incident().state()).isEqualTo(Incident.State.RECOVERED);
    }

    @Test
    void aRunThatIsTooShortOrTooLongIsAFindingUntilOneIsAsUsual() {
        regular();
        started();
        ended("0", 100, "");
        assertThat(mail.incident().findings()).containsExactly("job-short@hop:mail/relay#nightly");

        started();
        mail.pass(Duration.ofSeconds(30));
        ended("0", 30_000, "");
        assertThat(mail.incident().findings()).contains("job-long@hop:mail/relay#nightly");

        ended("0", 1_000, "");
        mail.pass(Duration.ofSeconds(1));
        assertThat(mail.incident().state()).isEqualTo(Incident.State.RECOVERED);
    }

    @Test
    void aRunThatDoesNotEndIsAFindingWhileItRuns() {
        regular();
        mail.pass(MINUTE);
        started();
        mail.pass(Duration.ofSeconds(20));

        assertThat(mail.incident().findings()).containsExactly("job-long@hop:mail/relay#nightly");
    }

    @Test
    void withoutARhythmNothingIsLateOrOdd() {
        for (int run = 0; run < 4; run++) {
            started();
            ended("0", 1_000, "");
            mail.pass(MINUTE);
        }
        mail.pass(Duration.ofMinutes(10));
        started();
        ended("0", 1, "");

        assertThat(mail.incidents()).isEmpty();
    }

    /** Six good runs of a second, a minute apart; the last one began just now. */
    private void regular() {
        for (int run = 0; run < 6; run++) {
            if (run > 0) {
                mail.pass(MINUTE);
            }
            started();
            ended("0", 1_000, "");
        }
        assertThat(List.copyOf(mail.incidents())).isEmpty();
    }

    private void started() {
        mail.signal("job-started", Company.RELAY, Map.of("job.name", "nightly"));
    }

    private void ended(String exit, long took, String output) {
        mail.signal(
                "job-ended",
                Company.RELAY,
                Map.of(
                        "job.name",
                        "nightly",
                        "exit",
                        exit,
                        "tookMillis",
                        String.valueOf(took),
                        "output",
                        output));
    }
}
