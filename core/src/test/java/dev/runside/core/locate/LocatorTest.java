package dev.runside.core.locate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.locate.Evidence.CallsNoMore;
import dev.runside.core.locate.Evidence.Exhausted;
import dev.runside.core.locate.Evidence.Own;
import dev.runside.core.locate.Evidence.Waits;
import dev.runside.core.locate.Evidence.Way;
import dev.runside.core.locate.Evidence.Whole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A place is blamed for what it adds itself. */
class LocatorTest {

    private static final Map<String, Set<String>> CALLS =
            Map.of("web", Set.of("relay", "login"), "relay", Set.of("store"));

    @Test
    void theLastThatIsSlowIsBlamedAndNotWhoWaitsForIt() {
        assertThat(first(new Whole("web", 100), new Whole("relay", 99), new Whole("store", 98)))
                .isEqualTo("store");
    }

    @Test
    void aDependencyThatIsALittleSlowDoesNotExcuseOneThatIsVerySlow() {
        assertThat(first(new Whole("web", 100), new Whole("relay", 99), new Whole("store", 3)))
                .isEqualTo("relay");
    }

    @Test
    void whatIsMeasuredOfWaitingCountsAndNotTheWholeOfTheOther() {
        assertThat(
                        first(
                                new Whole("relay", 50),
                                new Waits("relay", "store", 45),
                                new Whole("store", 10)))
                .isEqualTo("store");
    }

    @Test
    void ofAWayTheEndIsBlamedAllOfWhoseWaysAreSlow() {
        assertThat(first(new Way("web", "relay", 7), new Way("web", "login", 0)))
                .isEqualTo("relay");
        assertThat(first(new Way("web", "relay", 7), new Way("web", "login", 7))).isEqualTo("web");
    }

    @Test
    void whatIsExhaustedGoesBeforeWhatIsSlow() {
        assertThat(first(new Own("store", 100), new Exhausted("relay"))).isEqualTo("relay");
    }

    @Test
    void whoCallsNoMoreIsBlamedWhereNothingIsSlow() {
        assertThat(first(new CallsNoMore("relay", "store"))).isEqualTo("relay");
    }

    @Test
    void whoOnlyWaitsIsNamedLast() {
        assertThat(rank(new Whole("web", 9), new Whole("relay", 10)))
                .extracting(Located::place)
                .containsExactly("relay", "web");
    }

    @Test
    void withoutEvidenceNobodyIsNamed() {
        assertThat(rank(new Way("web", "relay", 0), new Whole("relay", 0))).isEmpty();
    }

    @Test
    void eachSaysWhy() {
        assertThat(rank(new Own("store", 12.5), new Exhausted("store")).getFirst().reason())
                .isEqualTo("has used up what it may use; adds 12.5 itself that is not usual");
    }

    private static String first(Evidence... evidence) {
        return rank(evidence).getFirst().place();
    }

    private static List<Located> rank(Evidence... evidence) {
        return Locator.rank(CALLS, List.of(evidence));
    }
}
