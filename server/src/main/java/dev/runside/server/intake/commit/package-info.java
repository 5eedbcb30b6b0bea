/** Drains what waits, commits it as one, answers each: the way of every durable intake. */
@NullMarked
package dev.runside.server.intake.commit;

import org.jspecify.annotations.NullMarked;
