package dev.runside.server.web.words;

import dev.runside.core.Ref;

/**
 * A reference with what people call it.
 *
 * @param kind as in {@code hop}, in words
 */
public record Named(Ref ref, String label, String kind) {}
