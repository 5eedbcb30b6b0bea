package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.state.Decision;
import dev.runside.core.state.Effect;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PagesTest {

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void unacknowledgedItGoesAgainThenToTheDeputyThenToTheArchitectThenToAllOfThem() {
        mail.finding("slow", Company.STORE, Function.DEVELOPMENT).pass(Duration.ofMinutes(21));

        List<Set<Ref>> people = mail.notifications().stream().map(Effect.Notify::people).toList();
        assertThat(people)
                .containsExactly(
                        Set.of(Company.ADA),
                        Set.of(Company.ADA),
                        Set.of(Company.DAN),
                        Set.of(Company.ARI),
                        Set.of(Company.ADA, Company.DAN, Company.ARI),
                        Set.of(Company.ADA, Company.DAN, Company.ARI));
    }

    @Test
    void acknowledgedItGoesNoFurther() {
        mail.finding("slow", Company.STORE, Function.DEVELOPMENT).pass(Duration.ofSeconds(20));
        mail.give(new Input.Acknowledge(mail.incident().id(), Company.ADA));
        mail.pass(Duration.ofMinutes(30));

        assertThat(mail.notifications()).hasSize(1);
        assertThat(mail.incident().acknowledged().orElseThrow().by()).isEqualTo(Company.ADA);
    }

    @Test
    void whenTheSuspectMovesWhoeverWasWokenIsToldWhoHasItNow() {
        mail.finding("errors", Company.STORE, Function.DEVELOPMENT).pass(Duration.ofSeconds(20));
        mail.signal("process-gone", Company.DB, Map.of()).pass(Duration.ofSeconds(2));

        assertThat(mail.told(Effect.Urgency.PAGE)).containsExactly(Company.ADA, Company.PAT);
        assertThat(mail.story("page"))
                .anyMatch(line -> line.startsWith("handed over from user:ada to user:pat"));
    }

    @Test
    void aPersonWithoutTheRightCannotResolveAndHearsWhoCould() {
        mail.finding("slow", Company.STORE, Function.DEVELOPMENT).over("slow", Company.STORE);
        Decision decision =
                mail.give(new Input.Resolve(mail.incident().id(), Company.BOB, "never mind"));

        assertThat(decision.refusal().orElseThrow().reason())
                .isEqualTo(Decision.Reason.NOT_ALLOWED);
        assertThat(decision.writes()).isEmpty();
        assertThat(decision.audit()).hasSize(1);
    }

    @Test
    void anIncidentThatStillShowsFindingsIsNotResolved() {
        mail.finding("slow", Company.STORE, Function.DEVELOPMENT);
        Decision early =
                mail.give(new Input.Resolve(mail.incident().id(), Company.ADA, "restarted"));
        mail.over("slow", Company.STORE);
        Decision later = mail.give(new Input.Resolve(mail.incident().id(), Company.ADA, "a flag"));

        assertThat(early.refusal().orElseThrow().reason()).isEqualTo(Decision.Reason.CONFLICT);
        assertThat(later.refusal()).isEmpty();
        assertThat(mail.incident().state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(mail.incident().cause()).contains("a flag");
    }

    @Test
    void nobodyOwnsItPagesThePlatformOwnerAndSaysSo() {
        mail.signal("alert", Ref.parse("hop:ghost/cron"), Map.of("state", "firing"))
                .pass(Duration.ofSeconds(20));

        assertThat(mail.told(Effect.Urgency.PAGE)).containsExactly(Company.PAT);
        assertThat(mail.notifications().getFirst().text()).contains("nobody owns this");
    }
}
