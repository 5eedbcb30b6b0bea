package dev.runside.server.intake.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.RunsideServerTest;
import dev.runside.server.Soon;
import dev.runside.server.intake.Counted;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.SettableMachine;
import dev.runside.server.intake.SettableMachine.Settable;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/**
 * What every source of an indicator must keep, whatever it is: a new one extends this and says how
 * it tells of something that happened, with its real sender.
 */
@RunsideServerTest
@Import({SettableMachine.class, Sender.class})
abstract class SourceContract {

    @Autowired Sender sender;
    @Autowired ApplicationContext server;
    @Autowired Settable machine;
    @Autowired private ServerClock clock;

    HealedCompany company;

    /** The definition of the source, where it is asked. */
    String definition() {
        return "";
    }

    /** What the indicator measures, as a line of its definition. */
    abstract String measure();

    /**
     * Something good or bad happens now, and the source has not told of it yet.
     *
     * @return tells of it; run twice, it tells the same twice
     */
    abstract Runnable happens(boolean good) throws Exception;

    /** So long after a remedy something has to happen to be wholly after it. */
    Duration reach() {
        return Duration.ofMillis(50);
    }

    /** The source is gone, longer than may be. */
    abstract void isAway() throws Exception;

    /** What is found then: the kind of finding and whose, as in {@code no-data hop:mail/relay}. */
    abstract String away();

    @BeforeEach
    final void define() throws Exception {
        company = new HealedCompany(server);
        begin();
    }

    /** Whatever a source needs before it is defined. */
    void begin() throws Exception {}

    @AfterEach
    final void setTheClockRight() throws Exception {
        machine.set(Duration.ZERO);
        end();
    }

    void end() throws Exception {}

    @Test
    final void badIsAFindingAndGoodAfterTheRemedyVerifies() throws Exception {
        company.isDefined(definition(), measure(), "15s");
        happens(false).run();
        company.isRemedied();
        reached();
        happens(true).run();

        JsonNode healed = company.awaitPhase("verified");
        assertThat(healed.path("findings").toString()).contains("\"errors\"");
        assertThat(HealedCompany.isPaged(healed)).isFalse();
    }

    @Test
    final void whatHappenedBeforeTheRemedyDoesNotCountAndWithoutMoreItIsInconclusiveAndPages()
            throws Exception {
        company.isDefined(definition(), measure(), "4s");
        var counted = Counted.fromNowOn(server, company.product());
        happens(false).run();
        Soon.get(() -> company.incident().path("runs").size(), runs -> runs > 0);
        Runnable before = happens(true);
        company.isRemedied();

        before.run();
        JsonNode unseen = company.awaitPhase("inconclusive");

        assertThat(counted.good()).isPositive();
        assertThat(HealedCompany.isPaged(company.await(HealedCompany::isPaged))).isTrue();
        assertThat(unseen.path("state").asString()).isNotEqualTo("closed");
    }

    @Test
    final void toldTwiceItCountsOnce() throws Exception {
        company.isDefined(definition(), measure(), "4s");
        var counted = Counted.fromNowOn(server, company.product());
        Runnable bad = happens(false);
        bad.run();
        double once = Soon.get(counted::total, total -> total > 0);
        bad.run();
        reached();
        happens(true).run();

        Soon.get(counted::good, good -> good > 0);
        assertThat(counted.total() - counted.good()).isEqualTo(once);
    }

    @Test
    final void whenItIsAwayThatIsAFindingOfItsOwnAndNoRecovery() throws Exception {
        company.isDefined(definition(), measure(), "4s");
        happens(false).run();
        company.isRemedied();

        isAway();

        Soon.get(company::openFindings, found -> found.contains(away()));
        assertThat(company.openFindings()).contains("errors " + company.hop());
        JsonNode unseen = company.await(HealedCompany::isPaged);
        assertThat(HealedCompany.phase(unseen)).isIn("inconclusive", "unverified");
        assertThat(unseen.path("state").asString()).isEqualTo("open");
    }

    /** The clock of the machine jumps: senders keep their own. */
    final void passes(Duration time) {
        machine.set(Duration.between(Instant.now(), clock.instant()).plus(time));
    }

    /** What happens now is wholly after what has happened by now. */
    private void reached() {
        Instant end = Instant.now().plus(reach());
        Soon.get(Instant::now, now -> now.isAfter(end));
    }
}
