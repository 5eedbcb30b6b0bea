package dev.runside.server.intake.source;

import dev.runside.core.Ref;

/**
 * Something that was said to be wrong and is not over.
 *
 * @param subject the source itself, or a hop that it speaks for
 */
record Told(Ref source, Ref subject, SourceCondition condition) {}
