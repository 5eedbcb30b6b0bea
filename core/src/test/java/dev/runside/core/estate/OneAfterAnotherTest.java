package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.run.StepResult.Outcome;
import dev.runside.core.state.Effect;
import dev.runside.core.state.Effect.Urgency;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Tier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one failure left behind changes nothing of the next, whatever their order. */
class OneAfterAnotherTest {

    private static final Duration CALM = Duration.ofSeconds(40);

    private enum Failure {
        GONE(Tier.ROUTINE, Company.RELAY, Set.of()),
        SLOW(Tier.NOVEL, Company.STORE, Set.of(Company.ADA)),
        DATABASE(Tier.SYSTEMIC, Company.DB, Set.of(Company.PAT)),
        COLUMN(Tier.SYSTEMIC, Company.RELAY, Set.of(Company.ARI)),
        STALLED(Tier.NOVEL, Company.SEND, Set.of(Company.ADA));

        private final Tier tier;
        private final Ref suspect;
        private final Set<Ref> paged;

        Failure(Tier tier, Ref suspect, Set<Ref> paged) {
            this.tier = tier;
            this.suspect = suspect;
            this.paged = paged;
        }
    }

    private final Scenario mail = new Scenario(Company.catalog());
    private int deploys;

    static Stream<Arguments> pairs() {
        return Arrays.stream(Failure.values())
                .flatMap(first ->
                        Arrays.stream(Failure.values()).map(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void eachIsItsOwnIncidentAndPagesItsOwn(Failure first, Failure second) {
        dataRun("COMPLETE", "id:int,channel:text");
        happens(first);
        mail.pass(CALM);
        happens(second);
        mail.pass(CALM);

        assertThat(mail.incidents()).hasSize(2);
        assertThat(mail.incidents()).noneMatch(Incident::live);
    }

    private void happens(Failure failure) {
        int told = mail.notifications().size();
        breaks(failure);
        mail.pass(Duration.ofSeconds(16));
        Incident incident = mail.incidents().getLast();
        if (failure.tier != Tier.ROUTINE) {
            mail.give(new Input.Acknowledge(incident.id(), failure.paged.iterator().next()));
        }
        mends(failure);
        mail.pass(Duration.ofSeconds(16));
        if (failure.tier != Tier.ROUTINE) {
            mail.give(
                    new Input.Resolve(
                            incident.id(), failure.paged.iterator().next(), "it was " + failure));
        }

        assertThat(incident.judgement().tier()).isEqualTo(failure.tier);
        assertThat(incident.judgement().suspects().getFirst().at()).isEqualTo(failure.suspect);
        Set<Ref> paged = new TreeSet<>();
        List<Effect.Notify> since = mail.notifications();
        since.subList(told, since.size()).stream()
                .filter(notify -> notify.urgency() == Urgency.PAGE)
                .forEach(notify -> paged.addAll(notify.people()));
        assertThat(paged).isEqualTo(failure.paged);
    }

    private void breaks(Failure failure) {
        switch (failure) {
            case GONE -> heals();
            case SLOW -> {
                mail.finding("slow", Company.RELAY, Function.DEVELOPMENT);
                mail.finding("slow", Company.STORE, Function.DEVELOPMENT);
            }
            case DATABASE -> {
                mail.signal("process-gone", Company.DB, Map.of());
                mail.finding("errors", Company.RELAY, Function.DEVELOPMENT);
                dataRun("FAIL", "id:int,channel:text");
            }
            case COLUMN -> {
                deploys();
                mail.pass(Duration.ofSeconds(3));
                dataRun("START", "id:int");
                dataRun("FAIL", "id:int");
                mail.finding("ticket-surge", Company.STATS, Function.SUPPORT);
            }
            case STALLED -> mail.finding("outcome-stalled", Company.SEND, Function.DEVELOPMENT);
        }
    }

    private void mends(Failure failure) {
        switch (failure) {
            case GONE -> {}
            case SLOW -> mail.over("slow", Company.RELAY).over("slow", Company.STORE);
            case DATABASE -> {
                mail.signal("answering", Company.DB, Map.of()).over("errors", Company.RELAY);
                dataRun("COMPLETE", "id:int,channel:text");
            }
            case COLUMN -> {
                deploys();
                mail.pass(Duration.ofSeconds(1));
                dataRun("COMPLETE", "id:int,channel:text");
                mail.over("ticket-surge", Company.STATS);
            }
            case STALLED -> mail.over("outcome-stalled", Company.SEND);
        }
    }

    private void heals() {
        mail.signal("process-gone", Company.RELAY, Map.of());
        mail.agentDoes(Outcome.DONE, Map.of("state", "gone"));
        mail.agentDoes(Outcome.DONE, Map.of("state", "answering"));
        mail.signal("answering", Company.RELAY, Map.of());
        mail.pass(Duration.ofSeconds(2)).measured(60, 60);
    }

    private void deploys() {
        Map<String, String> change =
                Map.of("change", "d" + ++deploys, "type", "deploy", "summary", "relay 2");
        mail.signal("change-started", Company.RELAY, change).pass(Duration.ofSeconds(1));
        mail.signal("process-gone", Company.RELAY, Map.of()).pass(Duration.ofSeconds(1));
        mail.signal("answering", Company.RELAY, Map.of());
        mail.signal("change-finished", Company.RELAY, change);
    }

    private void dataRun(String state, String columns) {
        mail.signal("data-run", Company.ROLLUP, Map.of("state", state, "input.mails", columns));
    }
}
