package dev.runside.demo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Quiet CALM = new Quiet("before", List.of());

    private static Row row(String... extra) {
        return new Row(
                "kill-checkout",
                "routine",
                "routine",
                "user:mara",
                Set.of(),
                Set.of(),
                0.1,
                0.4,
                2.5,
                List.of(extra));
    }

    @Test
    void allRightMeansEveryRowAndEveryQuietMinute() {
        assertThat(new Report(7, List.of(row()), List.of(CALM), 300).ok()).isTrue();
    }

    @Test
    void oneRowWithSomethingExtraMakesItWrongAndIsNamedInTheTable() {
        Report report =
                new Report(7, List.of(row(), row("another incident: #9")), List.of(CALM), 300);
        assertThat(report.ok()).isFalse();
        assertThat(report.table()).contains("WRONG", "another incident: #9", "seed 7");
    }

    @Test
    void aMinuteThatWasNotQuietMakesItWrong() {
        Quiet disturbed = new Quiet("after", List.of("#3 checkout: slow"));
        assertThat(new Report(7, List.of(row()), List.of(CALM, disturbed), 300).ok()).isFalse();
    }

    @Test
    void aRowIsWrittenWithTheFieldsThatOthersRead() {
        assertThat(row().json())
                .containsOnlyKeys(
                        "fault",
                        "tierExpected",
                        "tierSeen",
                        "owner",
                        "paged",
                        "informed",
                        "detectS",
                        "actS",
                        "verifiedS",
                        "extra",
                        "ok");
    }

    @Test
    void aQuietTimeThatDoesNotFitIsNotCalledWhole() {
        assertThat(new Patience(Duration.ofMillis(20)).pass(Duration.ofMillis(200))).isFalse();
        assertThat(new Patience(Duration.ofSeconds(5)).pass(Duration.ofMillis(20))).isTrue();
    }
}
