package dev.runside.server.connect;

import java.util.List;

/**
 * A tool's new source, and the lines that connect it.
 *
 * @param token to be kept where the tool finds it; it is shown this once
 * @param tokenFile where the lines expect it; empty where it stands in the lines themselves
 */
public record Connection(
        Tool tool,
        String source,
        List<String> speaksFor,
        String token,
        String tokenFile,
        Lines lines) {

    @Override
    public String toString() {
        return "Connection[" + source + "]";
    }
}
