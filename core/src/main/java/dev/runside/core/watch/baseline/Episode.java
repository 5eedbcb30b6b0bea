package dev.runside.core.watch.baseline;

import dev.runside.core.watch.anomaly.Usual;
import java.time.Duration;
import java.time.Instant;

/** Something that began, from the first odd minute on; what was usual before it is kept. */
final class Episode {

    private static final int LEVEL = 4;
    private static final int SILENCE = 3;
    private static final int DOUBTFUL = 2;
    private static final int UNCONFIRMED = 60;
    private static final int ORDINARY = 5;
    private static final Duration BECOMES_USUAL = Duration.ofHours(3);
    private static final Duration SILENCE_BECOMES_USUAL = Duration.ofHours(24);

    private static final double STAYS = 0.25;
    private static final double SPIKE = 4;

    private final Odd odd;
    private final Instant since;
    private final boolean above;
    private int outside;
    private int silent;
    private int within;
    private boolean confirmed;
    private boolean towers;
    private boolean raised;

    Episode(Odd odd, Instant since, double value) {
        this.odd = odd;
        this.since = since;
        this.above = odd.beyond(value) >= Odd.OFF;
    }

    Usual usual() {
        return odd.usual();
    }

    Instant since() {
        return since;
    }

    /**
     * @param known that it is so at this hour of the day
     * @param agreed that the detector says so too, which does not count falls for much
     */
    void add(double value, boolean known, boolean agreed) {
        double beyond = above ? odd.beyond(value) : -odd.beyond(value);
        silent = !above && odd.silent(value) ? silent + 1 : 0;
        if (known || silent == 0 && beyond < (raised ? STAYS : Odd.OFF)) {
            within++;
            return;
        }
        within = 0;
        outside++;
        confirmed |= agreed || !above;
        towers |= above && odd.towers(value, SPIKE);
    }

    /** It was one odd minute or two, and no more. */
    boolean nothing() {
        return !raised && (within >= DOUBTFUL || outside >= UNCONFIRMED);
    }

    boolean certain() {
        raised |= confirmed && (towers || outside >= LEVEL || silent >= SILENCE);
        return raised;
    }

    boolean over() {
        return raised && within >= ORDINARY;
    }

    boolean usualByNow(Instant now) {
        Duration lasts = Duration.between(since, now);
        return raised && lasts.compareTo(silent > 0 ? SILENCE_BECOMES_USUAL : BECOMES_USUAL) >= 0;
    }

    String said(Wording wording, double value) {
        if (silent >= SILENCE) {
            return wording.silence(value, usual(), silent);
        }
        return outside >= LEVEL
                ? wording.level(value, usual(), outside)
                : wording.spike(value, usual());
    }
}
