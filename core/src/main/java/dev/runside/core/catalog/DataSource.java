package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.util.Optional;

/**
 * A Prometheus, or what answers as one, that Runside asks for indicators.
 *
 * @param ref {@code source:NAME}
 * @param token the name of the secret that is sent with each question
 */
public record DataSource(Ref ref, String url, Optional<String> token) {

    public DataSource {
        if (!ref.is("source")) {
            throw new IllegalArgumentException(ref + " is no source");
        }
    }
}
