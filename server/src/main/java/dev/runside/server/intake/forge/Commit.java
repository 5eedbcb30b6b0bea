package dev.runside.server.intake.forge;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What was built or deployed.
 *
 * @param ref the branch or tag it was taken from
 * @param by who did it, as the forge knows them
 */
public record Commit(String sha, String ref, String by) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40,64}");
    private static final int SHORT = 12;

    String version() {
        return HASH.matcher(sha).matches() ? sha.substring(0, SHORT) : sha;
    }

    void describe(Map<String, String> attributes) {
        attributes.put("commit", sha);
        attributes.put("ref", ref);
        attributes.put("by", by);
    }
}
