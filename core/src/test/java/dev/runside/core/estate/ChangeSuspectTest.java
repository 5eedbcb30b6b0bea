package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.triage.Suspect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A change is a suspect only with a path to what fails, a time before it, and what it touched. */
class ChangeSuspectTest {

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void withPathTimeAndWhatItTouchedItIsTheFirstAndSaysAllThree() {
        deploy(Company.STORE);
        mail.pass(Duration.ofMinutes(2));
        fails(Company.STORE);

        assertThat(first().kind()).isEqualTo("change");
        assertThat(first().evidence())
                .anyMatch(line -> line.contains("began 121 s before"))
                .contains("the changed hop itself is unhealthy");
    }

    @Test
    void withATimeAloneItIsNone() {
        deploy(Company.ROLLUP);
        mail.pass(Duration.ofMinutes(1));
        fails(Company.STORE);

        assertThat(change()).as("nothing leads from the store to the rollup").isEmpty();
        assertThat(mail.incident().judgement().ruledOut())
                .contains("no change on the path was announced in the 10 minutes before");
    }

    @Test
    void whatHangsOnWhatFailsIsNoPathToIt() {
        deploy(Company.WEB);
        mail.pass(Duration.ofMinutes(1));
        fails(Company.STORE);

        assertThat(change()).as("the web calls the store, not the other way round").isEmpty();
    }

    @Test
    void withAPathButLongBeforeItIsNone() {
        deploy(Company.STORE);
        mail.pass(Duration.ofMinutes(11));
        fails(Company.STORE);

        assertThat(change()).isEmpty();
        assertThat(first().at()).isEqualTo(Company.STORE);
    }

    @Test
    void withAPathButAfterwardsItIsNone() {
        fails(Company.STORE);
        mail.pass(Duration.ofSeconds(30));
        deploy(Company.STORE);
        mail.pass(Duration.ofSeconds(1));
        mail.finding("slow", Company.STORE, Function.DEVELOPMENT);

        assertThat(change()).isEmpty();
    }

    @Test
    void onThePathAndInTimeButWithNothingTouchedItIsNeverTheFirst() {
        deploy(Company.STORE);
        mail.pass(Duration.ofMinutes(1));
        fails(Company.WEB);

        assertThat(first().at()).isEqualTo(Company.WEB);
        assertThat(change())
                .hasValueSatisfying(suspect -> {
                    assertThat(suspect.score()).isLessThanOrEqualTo(0.3);
                    assertThat(suspect.evidence())
                            .contains("on the path, but the changed hop itself is healthy");
                });
    }

    @Test
    void aDeployBesideAColumnThatAnotherDataSetLostTouchedNothing() {
        company("id:int,channel:text", "COMPLETE");
        mail.signal("change-started", Company.WEB, Map.of("change", "d1", "type", "deploy"));
        mail.signal("change-finished", Company.WEB, Map.of("change", "d1"));
        mail.pass(Duration.ofSeconds(30));
        company("id:int", "START");
        company("id:int", "FAIL");

        assertThat(change()).as("it is the relay that writes mails").isEmpty();
    }

    private void company(String columns, String state) {
        mail.signal("data-run", Company.ROLLUP, Map.of("state", state, "input.mails", columns));
    }

    private void deploy(Ref hop) {
        Map<String, String> change = Map.of("change", "d1", "type", "deploy", "summary", "2");
        mail.signal("change-started", hop, change).pass(Duration.ofSeconds(1));
        mail.signal("change-finished", hop, change);
    }

    private void fails(Ref hop) {
        mail.finding("errors", hop, Function.DEVELOPMENT);
    }

    private Suspect first() {
        return suspects().getFirst();
    }

    private Optional<Suspect> change() {
        return suspects().stream().filter(each -> each.kind().equals("change")).findFirst();
    }

    private List<Suspect> suspects() {
        return mail.incident().judgement().suspects();
    }
}
