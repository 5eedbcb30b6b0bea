package dev.runside.core.learn;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.state.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one incident ended, as a person said and did it.
 *
 * @param cause in the person's words
 * @param triggers the findings at the suspect, the earliest first; empty when nothing spoke of it
 * @param did what was done, in its order; empty when it was not done through Runside
 */
public record Resolution(
        String incident,
        long number,
        Ref by,
        Instant at,
        String cause,
        Ref suspect,
        Optional<Ref> seam,
        List<Trigger> triggers,
        List<Deed> did)
        implements Entry {

    /**
     * @param object what of the suspect, such as the alert's name; else empty
     */
    public record Trigger(String kind, String object, Optional<String> indicator) {}

    /** One thing that was done, and succeeded. */
    public record Deed(Action action, Duration timeout) {}

    public Resolution {
        triggers = List.copyOf(triggers);
        did = List.copyOf(did);
    }

    @Override
    public String key() {
        return incident;
    }

    /** The cause without what does not matter: case, spaces and a full stop at its end. */
    String plainCause() {
        return plain(cause);
    }

    static String plain(String cause) {
        return cause.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceFirst("[.!]+$", "");
    }
}
