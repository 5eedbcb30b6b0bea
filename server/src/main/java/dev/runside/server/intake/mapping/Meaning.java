package dev.runside.server.intake.mapping;

import dev.runside.core.Ref;

/** What a report is about. */
public sealed interface Meaning {

    /** The catalog knows it, and the speaker may report on it. */
    record Known(Ref subject) implements Meaning {}

    /** Nothing the catalog knows; {@code name} is what was said, or empty text. */
    record Unmapped(String name) implements Meaning {}

    /** The speaker is not bound to it. */
    record Forbidden(Ref subject) implements Meaning {}
}
