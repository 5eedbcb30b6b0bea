package dev.runside.core.triage;

import dev.runside.core.state.Entry;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An alert that holds and that a finding counts.
 *
 * @param finding the key of that finding
 * @param stale whether its source no longer repeats it
 */
public record CountedAlert(String key, String finding, boolean stale) implements Entry {

    /**
     * @param fingerprint tells it from the others of its finding
     */
    static String key(String finding, String fingerprint) {
        String both = finding + "\n" + fingerprint;
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)).toString();
    }

    CountedAlert stale(boolean now) {
        return new CountedAlert(key, finding, now);
    }
}
