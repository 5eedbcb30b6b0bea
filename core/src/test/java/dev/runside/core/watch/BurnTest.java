package dev.runside.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.catalog.Indicator.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BurnTest {

    private static final Rule FAST =
            new Rule.Burn(14.4, Duration.ofHours(1), Duration.ofMinutes(5), 10, true);

    @Test
    void burnNeedsBothWindows() {
        PlayedWatch run =
                PlayedWatch.of(
                        PlayedWatch.RATIO,
                        new Rule.Burn(14.4, Duration.ofHours(1), Duration.ofMinutes(5), 100, true));
        run.seconds(3600, 30, 30);
        run.seconds(120, 0, 30);
        assertThat(run.verdicts)
                .as("3 % bad in the hour is below 14.4 times a budget of 1 %")
                .isEmpty();
        run.seconds(600, 0, 30);

        assertThat(run.verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
    }

    @Test
    void withLittleTrafficTheShortWindowWidensUntilItHoldsEnough() {
        PlayedWatch run =
                PlayedWatch.of(
                        PlayedWatch.RATIO,
                        new Rule.Burn(14.4, Duration.ofHours(1), Duration.ofMinutes(5), 10, true));
        run.minutes(9, 0);
        assertThat(run.verdicts).as("nine events are too few in any window").isEmpty();
        run.minutes(2, 0);

        assertThat(run.verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
        run.minutes(20, 1);
        assertThat(run.verdicts.getLast()).isInstanceOf(Watch.Verdict.Cleared.class);
    }

    @Test
    void whatBurnsByItsWindowsAloneIsSaidToGoWellOfLate() {
        PlayedWatch run = PlayedWatch.of(PlayedWatch.RATIO, FAST);
        run.seconds(120, 0, 2);
        assertThat(run.eased()).isEmpty();
        run.seconds(20, 2, 2);
        assertThat(run.eased()).as("bad within the half minute").isEmpty();
        run.seconds(30, 2, 2);

        assertThat(run.eased()).singleElement().asString().startsWith("budget-burn@");
        assertThat(run.raised()).containsExactly("budget-burn");
    }

    @Test
    void whatNobodyUsesIsNotSaidToGoWell() {
        PlayedWatch run = PlayedWatch.of(PlayedWatch.RATIO, FAST);
        run.seconds(120, 0, 2);
        run.silence(50);

        assertThat(run.eased()).isEmpty();
    }

    @Test
    void oneBadEventAloneBurnsNoBudget() {
        PlayedWatch run =
                PlayedWatch.of(
                        PlayedWatch.RATIO,
                        new Rule.Burn(1, Duration.ofHours(1), Duration.ofMinutes(5), 10, true));
        run.minutes(1, 0);
        run.minutes(30, 1);
        assertThat(run.verdicts).isEmpty();
        run.minutes(1, 0);

        assertThat(run.verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
    }

    @Test
    void severalRatesAreOneFindingUntilNoneOfThemHoldsAndASlowOneIsATicket() {
        PlayedWatch run = PlayedWatch.of(PlayedWatch.RATIO, Rule.Burn.USUAL);
        run.seconds(600, 0, 30);
        assertThat(run.raised()).containsOnly("budget-burn", "budget-drain");

        run.verdicts.clear();
        run.seconds(1200, 30, 30);
        assertThat(run.verdicts).as("the half hour still burns").isEmpty();
        run.seconds(1800, 30, 30);

        assertThat(run.verdicts)
                .singleElement()
                .isInstanceOfSatisfying(
                        Watch.Verdict.Cleared.class,
                        cleared -> assertThat(cleared.findingKey()).startsWith("budget-burn@"));
    }
}
