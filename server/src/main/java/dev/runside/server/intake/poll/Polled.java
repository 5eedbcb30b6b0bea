package dev.runside.server.intake.poll;

import dev.runside.core.Ref;
import dev.runside.server.problem.Input;
import java.net.URI;

/**
 * What is asked on behalf of a source.
 *
 * @param base of the API: {@code https://api.github.com}
 * @param target whose it is there: a project, an account, a team
 */
record Polled(Ref source, PollTool tool, URI base, String target) {

    Polled {
        boolean safe =
                "https".equals(base.getScheme())
                        || "http".equals(base.getScheme()) && Reach.isLoopbackName(base);
        if (!safe
                || base.getHost() == null
                || base.getRawUserInfo() != null
                || base.getRawQuery() != null
                || base.getRawFragment() != null) {
            throw Input.wrong("baseUrl", "must be as https://api.github.com");
        }
        if (!tool.takes(target)) {
            throw Input.wrong("target", "must be " + tool.form());
        }
    }

    static Polled of(Ref source, PollTool tool, String base, String target) {
        if (!tool.takes(target)) {
            throw Input.wrong("target", "must be " + tool.form());
        }
        try {
            return new Polled(
                    source,
                    tool,
                    URI.create(base.isBlank() ? tool.usualBase(target) : base),
                    target);
        } catch (IllegalArgumentException _) {
            throw Input.wrong("baseUrl", "must be as https://api.github.com");
        }
    }

    URI at(String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }
}
