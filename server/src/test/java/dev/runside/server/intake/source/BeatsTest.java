package dev.runside.server.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.server.intake.source.Beats.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeatsTest {

    private static final Ref SOURCE = Ref.parse("source:telemetry");
    private static final Ref WEB = Ref.parse("hop:mail/web");
    private static final Ref RELAY = Ref.parse("hop:mail/relay");
    private static final Ref STORE = Ref.parse("hop:mail/store");
    private static final Ref ROLLUP = Ref.parse("hop:stats/rollup");
    private static final Ref ARCHIVE = Ref.parse("hop:stats/archive");

    private final Beats beats = new Beats(SOURCE);
    private Instant now = Instant.parse("2026-01-05T03:00:00Z");

    @Test
    void oneHopOfManyThatFallsSilentIsMissing() {
        speak(Duration.ofMinutes(6), List.of(WEB, RELAY, STORE));
        speak(Duration.ofSeconds(60), List.of(WEB, STORE));
        assertThat(beats.silences(now)).isEmpty();
        speak(Duration.ofSeconds(20), List.of(WEB, STORE));

        assertThat(beats.silences(now))
                .singleElement()
                .satisfies(silence -> {
                    assertThat(silence.subject()).isEqualTo(RELAY);
                    assertThat(silence.condition()).isEqualTo(SourceCondition.NO_DATA);
                    assertThat(silence.sentence()).contains("usually every 10 s");
                });
        speak(Duration.ofSeconds(10), List.of(RELAY));
        assertThat(beats.silences(now)).isEmpty();
    }

    @Test
    void whatKeepsNoBeatIsASignOfLifeAndMakesNoGap() {
        speak(Duration.ofMinutes(6), List.of(WEB, RELAY, STORE));
        for (int minute = 0; minute < 5; minute++) {
            speak(Duration.ofSeconds(50), List.of(WEB, STORE));
            beats.alive(RELAY, now);
            assertThat(beats.silences(now)).isEmpty();
        }
        speak(Duration.ofSeconds(80), List.of(WEB, STORE));

        assertThat(beats.silences(now)).extracting(Silence::subject).containsExactly(RELAY);
        assertThat(beats.usual()).containsEntry(RELAY, 10_000L);
    }

    @Test
    void whatKeepsNoBeatIsNeverMissed() {
        beats.alive(ARCHIVE, now);
        speak(Duration.ofMinutes(6), List.of(WEB, RELAY));

        assertThat(beats.last(ARCHIVE)).isEmpty();
        assertThat(beats.silences(now)).isEmpty();
    }

    @Test
    void halfOfASourcesHopsSilentTogetherMakeItTheSuspect() {
        speak(Duration.ofMinutes(6), List.of(WEB, RELAY, STORE, ROLLUP, ARCHIVE));
        speak(Duration.ofSeconds(80), List.of(WEB, STORE));

        assertThat(beats.silences(now)).extracting(Silence::subject).containsExactly(SOURCE);
    }

    @Test
    void fewerThanHalfAreEachTheirOwn() {
        speak(Duration.ofMinutes(6), List.of(WEB, RELAY, STORE, ROLLUP, ARCHIVE));
        speak(Duration.ofSeconds(80), List.of(WEB, STORE, ARCHIVE));

        assertThat(beats.silences(now)).extracting(Silence::subject).containsExactly(RELAY, ROLLUP);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 7})
    void whatComesNowAndThenIsNotMissed(long seed) {
        var random = new Random(seed);
        for (int at = 0; at < 200; at++) {
            now = now.plusMillis((long) (-60_000 * Math.log(1 - random.nextDouble())));
            beats.heard(WEB, now);
        }
        now = now.plus(Duration.ofHours(8));

        assertThat(beats.silences(now)).isEmpty();
    }

    @Test
    void aHopOfTwoInstancesIsHeardTwiceABeat() {
        for (int at = 0; at < 40; at++) {
            now = now.plusSeconds(3);
            beats.heard(WEB, now);
            now = now.plusSeconds(7);
            beats.heard(WEB, now);
        }

        assertThat(beats.silences(now.plusSeconds(61))).hasSize(1);
    }

    @Test
    void anExportLostIsNoSilence() {
        speak(Duration.ofMinutes(6), List.of(WEB));
        now = now.plusSeconds(35);
        speak(Duration.ofSeconds(10), List.of(WEB));

        assertThat(beats.silences(now.plusSeconds(65))).isEmpty();
        assertThat(beats.silences(now.plusSeconds(95))).hasSize(1);
    }

    @Test
    void aBeatKnownBeforeARestartIsGivenItsTimeAnew() {
        beats.know(RELAY, 10_000, now);
        now = now.plusSeconds(59);
        assertThat(beats.silences(now)).isEmpty();
        now = now.plusSeconds(2);

        assertThat(beats.silences(now)).hasSize(1);
    }

    @Test
    void whatTheCatalogNoLongerKnowsIsNotMissed() {
        beats.know(RELAY, 10_000, now);
        beats.keep(WEB::equals);

        assertThat(beats.silences(now.plusSeconds(600))).isEmpty();
        assertThat(beats.usual()).isEmpty();
    }

    private void speak(Duration time, List<Ref> subjects) {
        for (long second = 0; second < time.toSeconds(); second += 10) {
            now = now.plusSeconds(10);
            subjects.forEach(subject -> beats.heard(subject, now));
        }
    }
}
