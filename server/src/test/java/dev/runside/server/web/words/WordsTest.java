package dev.runside.server.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.server.web.words.Prose.Piece;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Names NAMES = new Names(catalog());

    @Test
    void aTimeIsSaidAsLongAgoInOneUnit() {
        assertThat(ago(Duration.ZERO)).isEqualTo("now");
        assertThat(ago(Duration.ofSeconds(59))).isEqualTo("59 s ago");
        assertThat(ago(Duration.ofSeconds(119))).isEqualTo("1 min ago");
        assertThat(ago(Duration.ofMinutes(90))).isEqualTo("1 h ago");
        assertThat(ago(Duration.ofHours(47))).isEqualTo("47 h ago");
        assertThat(ago(Duration.ofHours(49))).isEqualTo("2 d ago");
        assertThat(ago(Duration.ofMinutes(-3))).isEqualTo("in 3 min");
    }

    @Test
    void aTimeIsExactInUtcAndNamesItsDayOnlyWhenItIsAnother() {
        Stamp today = new Stamp(Instant.parse("2026-03-04T03:02:01.5Z"), NOON);
        Stamp yesterday = new Stamp(Instant.parse("2026-03-03T23:59:59Z"), NOON);

        assertThat(today.iso()).isEqualTo("2026-03-04T03:02:01.500Z");
        assertThat(today.full()).isEqualTo("2026-03-04 03:02:01.500 UTC");
        assertThat(today.clock()).isEqualTo("03:02:01");
        assertThat(yesterday.clock()).isEqualTo("3 Mar, 23:59:59");
    }

    @Test
    void shortSpansHaveTenthsAndLongOnesTwoUnits() {
        assertThat(Span.exact(Duration.ofMillis(420))).isEqualTo("0.4 s");
        assertThat(Span.exact(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(Span.exact(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(Span.exact(Duration.ofHours(50))).isEqualTo("2 d 2 h");
    }

    @Test
    void aSpanIsCutAndNeverSaidLongerThanItWas() {
        assertThat(Span.exact(Duration.ofMillis(4_490))).isEqualTo("4.4 s");
        assertThat(Span.exact(Duration.ofMillis(59_990))).isEqualTo("59.9 s");
        assertThat(Span.exact(Duration.ofMillis(99_900))).isEqualTo("1 min 39 s");
    }

    @Test
    void onePersonOfSeveralIsMeantWithAnOr() {
        assertThat(Counted.oneOf(List.of("Ada"))).isEqualTo("Ada");
        assertThat(Counted.oneOf(List.of("Ada", "Bob", "Cleo"))).isEqualTo("Ada, Bob or Cleo");
    }

    @Test
    void referencesInASentenceAreCalledByTheirNames() {
        String sentence = "paged user:ada, [product:mail, product:stats] hang on hop:mail/relay.";

        assertThat(Prose.plain(sentence, NAMES))
                .isEqualTo("paged Ada L., Mail, stats hang on relay.");
        assertThat(Prose.of(sentence, NAMES))
                .filteredOn(Piece.Mention.class::isInstance)
                .extracting(piece -> ((Piece.Mention) piece).named().ref().toString())
                .containsExactly("user:ada", "product:mail", "product:stats", "hop:mail/relay");
    }

    @Test
    void aSeamIsCalledByBothItsEnds() {
        Ref seam = Ref.seam(Ref.parse("hop:mail/relay"), Ref.parse("hop:stats/rollup"));

        assertThat(NAMES.label(seam)).isEqualTo("relay → rollup");
        assertThat(Prose.plain("Seam: " + seam + "; the rest", NAMES))
                .isEqualTo("Seam: relay → rollup; the rest");
    }

    @Test
    void aSentenceWithoutReferencesStaysAsItIs() {
        String sentence = "61 % of 412 events [in 20 s] were bad: see http://x";

        assertThat(Prose.of(sentence, NAMES)).containsExactly(new Piece.Words(sentence));
    }

    private static String ago(Duration passed) {
        return new Stamp(NOON.minus(passed), NOON).relative();
    }

    private static Catalog catalog() {
        Ref ada = Ref.parse("user:ada");
        return Catalog.of(
                List.of(new Person(ada, "Ada L.", Set.of())),
                List.of(
                        new Product(
                                Ref.parse("product:mail"),
                                "Mail",
                                Optional.of(ada),
                                Optional.empty(),
                                false,
                                List.of(),
                                List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
