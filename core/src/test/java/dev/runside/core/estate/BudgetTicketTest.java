package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.catalog.Function;
import dev.runside.core.state.Effect.Urgency;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A budget that goes slowly can wait for office hours. */
class BudgetTicketTest {

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void itsOwnerIsToldAndNobodyIsWoken() {
        mail.finding("budget-drain", Company.RELAY, Function.PLATFORM);
        mail.pass(Duration.ofMinutes(5));

        assertThat(mail.incident().state()).isEqualTo(Incident.State.OPEN);
        assertThat(mail.told(Urgency.INFORM)).containsExactly(Company.ADA);
        assertThat(mail.told(Urgency.PAGE)).isEmpty();
    }

    @Test
    void whatCannotWaitJoinsItAndPages() {
        mail.finding("budget-drain", Company.RELAY, Function.PLATFORM);
        mail.pass(Duration.ofMinutes(5));
        mail.finding("errors", Company.RELAY, Function.PLATFORM);
        mail.pass(Duration.ofMinutes(1));

        assertThat(mail.incident().findings()).hasSize(2);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.ADA);
    }

    @Test
    void whatIsUnlikeItsPastWakesNobodyAndIsEvidenceOfWhatDoes() {
        mail.finding("unusual", Company.RELAY, Function.PLATFORM);
        mail.pass(Duration.ofMinutes(5));
        assertThat(mail.told(Urgency.PAGE)).isEmpty();

        mail.finding("errors", Company.RELAY, Function.PLATFORM);
        mail.pass(Duration.ofMinutes(1));

        assertThat(mail.incident().findings()).hasSize(2);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.ADA);
    }
}
