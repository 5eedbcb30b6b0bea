package dev.runside.core.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a span took itself. */
class OwnTimesTest {

    @Test
    void isWhatItsChildrenLeave() {
        assertThat(own(span("a", "", "web", 0, 10), span("b", "a", "web", 2, 5)))
                .containsEntry("a", 7.0)
                .containsEntry("b", 3.0);
    }

    @Test
    void childrenAtOnceAreWaitedForOnce() {
        assertThat(
                        own(
                                span("a", "", "web", 0, 10),
                                span("b", "a", "relay", 1, 6),
                                span("c", "a", "login", 2, 8)))
                .containsEntry("a", 3.0);
    }

    @Test
    void aChildThatOutlivesItsParentTakesNothingBeyondIt() {
        assertThat(own(span("a", "", "web", 0, 4), span("b", "a", "web", 1, 9)))
                .containsEntry("a", 1.0);
    }

    @Test
    void aSiblingWithinASiblingIsWaitedForByIt() {
        assertThat(
                        own(
                                span("a", "", "web", 0, 10),
                                span("handle", "a", "web", 1, 9),
                                span("post", "a", "web", 2, 9.1)))
                .containsEntry("handle", 1.0)
                .containsEntry("post", 7.1);
    }

    @Test
    void aCallOfAnotherPlaceNamesIt() {
        List<OwnTimes.OwnTime> times =
                OwnTimes.of(List.of(span("a", "", "web", 0, 10), span("b", "a", "relay", 1, 9)));

        assertThat(times.getFirst().peer()).isEqualTo(Optional.of("relay"));
        assertThat(times.getLast().peer()).isEmpty();
    }

    @Test
    void theSameIdInAnotherTraceIsAnotherSpan() {
        Span other = new Span("t2", "b", "a", "relay", "work", 0, 9);

        assertThat(own(span("a", "", "web", 0, 10), other)).containsEntry("a", 10.0);
    }

    private static Map<String, Double> own(Span... spans) {
        return OwnTimes.of(List.of(spans)).stream()
                .collect(
                        Collectors.toMap(
                                time -> time.span().id(),
                                time -> Math.round(time.seconds() * 1e6) / 1e6));
    }

    private static Span span(String id, String parent, String place, double start, double end) {
        return new Span("t1", id, parent, place, "work", start, end);
    }
}
