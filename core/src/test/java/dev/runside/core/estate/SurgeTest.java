package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.catalog.Function;
import dev.runside.core.cluster.Topic;
import dev.runside.core.state.Effect;
import dev.runside.core.triage.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A surge of tickets says what they are about, and what it looks like. */
class SurgeTest {

    private static final String KEY = Finding.key("ticket-surge", Company.MAIL, "test");
    private static final Topic LOGIN = new Topic(9, "cannot log in", 0, List.of("T1", "T4", "T9"));
    private static final Topic INVOICE = new Topic(3, "invoice missing", 1, List.of("T2"));
    private static final Topic EXPORT =
            new Topic(10, "how do I export my mails", 9, List.of("T3", "T5"));

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void theTicketsAreAskedForAtOnceAndAgainEachMinuteWhileTheSurgeIsYoung() {
        surge();
        assertThat(asked()).hasSize(1);
        mail.pass(Duration.ofMinutes(2));
        assertThat(asked()).hasSize(3);
        read(LOGIN);
        mail.pass(Duration.ofMinutes(30));

        assertThat(asked()).hasSize(10);
        assertThat(asked().getFirst().from()).isEqualTo(Scenario.START.minusSeconds(600));
    }

    @Test
    void theFindingSaysWhatTheyAreAboutWithExamples() {
        surge();
        read(LOGIN, INVOICE);

        assertThat(finding().sentence())
                .endsWith(
                        "; they say: 9 of 12: cannot log in (T1, T4, T9) · 3 of 12: invoice missing (T2)");
        read(LOGIN, new Topic(2, "invoice missing", 0, List.of("T2")), EXPORT, EXPORT);
        assertThat(finding().sentence())
                .containsOnlyOnce("they say")
                .contains("other")
                .doesNotContain("3 of 12");
        assertThat(mail.story("finding"))
                .filteredOn(line -> line.contains("tickets say"))
                .hasSize(1);
    }

    @Test
    void withAFailingHopOnTheirPathTheyLookLikeTheArchitecture() {
        mail.finding("errors", Company.STORE, Function.DEVELOPMENT);
        surge();
        read(EXPORT);

        assertThat(evidence())
                .contains(
                        "the tickets look like a cause in the architecture, not a gap in training: hop:mail/store on their path is unhealthy (errors)");
    }

    @Test
    void withAChangeOnTheirPathTheyLookLikeTheArchitecture() {
        mail.signal(
                "change-started",
                Company.DB,
                Map.of("change", "c1", "type", "config", "summary", "fewer connections"));
        mail.signal("change-finished", Company.DB, Map.of("change", "c1"));
        mail.pass(Duration.ofMinutes(12));
        surge();

        assertThat(evidence())
                .contains(
                        "the tickets look like a cause in the architecture, not a gap in training: config of system:mail-db on their path began 12 min before (fewer connections)");
    }

    @Test
    void aChangeOfWhatIsNotOnTheirPathSaysNothing() {
        mail.signal("change-started", Company.ROLLUP, Map.of("change", "c1", "type", "deploy"));
        mail.signal("change-finished", Company.ROLLUP, Map.of("change", "c1"));
        mail.pass(Duration.ofMinutes(1));
        surge();

        assertThat(evidence()).noneMatch(line -> line.contains("architecture, not"));
    }

    @Test
    void whereNothingIsWrongAndMostAskHowOneThingIsDoneTheyLookLikeAGapInTraining() {
        surge();
        read(EXPORT, new Topic(2, "thanks", 0, List.of("T7")));

        assertThat(evidence())
                .contains(
                        "the tickets look like a gap in training, not a cause in the architecture: nothing is wrong on their path (1 watched there), no change was announced, and 9 of 12 ask how something is done, most often: how do I export my mails (T3, T5)");
    }

    @Test
    void whereNothingSpeaksForEitherThatIsSaid() {
        surge();
        read(LOGIN);

        assertThat(evidence()).anyMatch(line -> line.contains("is not clear"));
    }

    @Test
    void whatIsReadOfASurgeThatIsOverChangesNothing() {
        surge();
        mail.over("ticket-surge", Company.MAIL);
        read(LOGIN);
        mail.pass(Duration.ofMinutes(5));

        assertThat(finding().sentence()).doesNotContain("they say");
        assertThat(asked()).hasSize(1);
    }

    private void surge() {
        mail.finding("ticket-surge", Company.MAIL, Function.SUPPORT);
    }

    private void read(Topic... topics) {
        int tickets = List.of(topics).stream().mapToInt(Topic::count).sum();
        mail.give(new Input.TicketsRead(KEY, tickets, List.of(topics)));
    }

    private Finding finding() {
        return mail.findings().stream()
                .filter(finding -> finding.key().equals(KEY))
                .findFirst()
                .orElseThrow();
    }

    private List<String> evidence() {
        return mail.incident().judgement().suspects().getFirst().evidence();
    }

    private List<Effect.ReadTickets> asked() {
        return mail.effects().stream()
                .filter(Effect.ReadTickets.class::isInstance)
                .map(Effect.ReadTickets.class::cast)
                .toList();
    }
}
