package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.triage.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of jobs and data sets while nothing runs. */
class LineageTest {

    private static final Map<String, String> RUN =
            Map.of("state", "START", "input.mails", "id:bigint,size:int");

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void aJobIsNoRunAndCannotFail() {
        mail.signal("data-run", Company.RELAY, RUN);
        mail.signal("data-job", Company.RELAY, Map.of("input.mails", "id:bigint"));

        assertThat(mail.findings()).isEmpty();
    }

    @Test
    void aColumnThatAJobIsSaidToHaveLostIsNamedWhenItsRunFails() {
        mail.signal("data-run", Company.RELAY, RUN);
        mail.signal("data-job", Company.RELAY, Map.of("input.mails", "id:bigint"));
        mail.signal("data-run", Company.RELAY, Map.of("state", "FAIL"));

        assertThat(kinds()).containsExactlyInAnyOrder("column-lost", "run-failed");
    }

    @Test
    void aColumnThatADataSetIsSaidToHaveLostIsNamedWhenARunThatReadsItFails() {
        mail.signal("data-run", Company.RELAY, RUN);
        mail.signal("data-set", Company.RELAY, Map.of("dataset.mails", "id:bigint"));
        assertThat(mail.findings()).isEmpty();
        mail.signal("data-run", Company.RELAY, Map.of("state", "FAIL"));

        assertThat(kinds()).containsExactlyInAnyOrder("column-lost", "run-failed");
    }

    @Test
    void aDataSetThatNobodyReadsIsLetBe() {
        mail.signal("data-set", Company.RELAY, Map.of("dataset.letters", "id:bigint"));
        mail.signal("data-run", Company.RELAY, Map.of("state", "FAIL"));

        assertThat(kinds()).containsExactly("run-failed");
    }

    private List<String> kinds() {
        return mail.findings().stream().map(Finding::kind).toList();
    }
}
