package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.catalog.Call;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Function;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that were seen and nobody has declared lead from a symptom to its cause, too. */
class SeenCallsTest {

    private static final Catalog SEEN =
            Company.catalog().observing(List.of(new Call(Company.ROLLUP, Company.RELAY)));

    @Test
    void whatFailsWithAHopThatItIsSeenToCallIsOneIncidentWithThatHopAsItsSuspect() {
        Scenario mail = new Scenario(SEEN);
        mail.finding("errors", Company.RELAY, Function.DEVELOPMENT);
        mail.pass(Duration.ofSeconds(5));
        mail.finding("errors", Company.ROLLUP, Function.DATA);

        assertThat(mail.incident().judgement().suspect()).isEqualTo(Company.RELAY);
        assertThat(mail.incident().judgement().suspects().getLast().evidence())
                .contains(
                        "depends on hop:mail/relay, unhealthy too; that it calls hop:mail/relay is seen in traces and not in the catalog");
    }

    @Test
    void withoutThatTheyAreTwo() {
        Scenario mail = new Scenario(Company.catalog());
        mail.finding("errors", Company.RELAY, Function.DEVELOPMENT);
        mail.finding("errors", Company.ROLLUP, Function.DATA);

        assertThat(mail.incidents()).hasSize(2);
    }

    @Test
    void whatIsDeclaredIsNotSaidToBeSeen() {
        assertThat(SEEN.graph().onlySeen(Company.WEB, Company.RELAY)).isFalse();
        assertThat(SEEN.graph().onlySeen(Company.ROLLUP, Company.RELAY)).isTrue();
        assertThat(SEEN.graph().onlySeen(Company.ROLLUP, Company.DB)).isFalse();
    }

    @Test
    void aSeenCallTurnsNothingRoundAndNobodyIsSaidToFailWithIt() {
        Catalog back = Company.catalog().observing(List.of(new Call(Company.STORE, Company.WEB)));

        assertThat(back.graph().dependsOn(Company.STORE, Company.WEB)).isFalse();
        assertThat(SEEN.graph().dependents(Company.RELAY)).doesNotContain(Company.ROLLUP);
    }
}
