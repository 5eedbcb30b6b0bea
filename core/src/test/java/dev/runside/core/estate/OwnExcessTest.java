package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.triage.Alerts;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Suspect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A sick dependency excuses a hop only for what it accounts for. */
class OwnExcessTest {

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void aDependencyThatFailsAsOftenIsWhereItBegan() {
        failing(Company.WEB, 100);
        failing(Company.RELAY, 98);

        assertThat(suspect().at()).isEqualTo(Company.RELAY);
    }

    @Test
    void aDependencyThatFailsNowAndThenIsNot() {
        failing(Company.RELAY, 1);
        failing(Company.WEB, 100);

        assertThat(suspect().at()).isEqualTo(Company.WEB);
        assertThat(suspect().evidence())
                .contains(
                        "what it depends on is unhealthy too, and accounts for 1 % of its failing or late calls");
    }

    @Test
    void aDependencyOfWhichItIsNotKnownHowOftenItFailsExcuses() {
        failing(Company.RELAY, 0);
        failing(Company.WEB, 100);

        assertThat(suspect().at()).isEqualTo(Company.RELAY);
    }

    private Suspect suspect() {
        return mail.incident().judgement().suspects().getFirst();
    }

    private void failing(Ref hop, double excess) {
        mail.give(
                new Input.Raised(
                        new Finding(
                                Finding.key("errors", hop, "test"),
                                "errors",
                                hop,
                                Layer.PRODUCT,
                                Function.DEVELOPMENT,
                                Optional.empty(),
                                "",
                                mail.now(),
                                mail.now(),
                                mail.now(),
                                "calls fail",
                                List.of(),
                                Finding.State.OPEN,
                                Optional.empty(),
                                Optional.empty(),
                                Alerts.NONE,
                                excess)));
    }
}
