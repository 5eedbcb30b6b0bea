/**
 * The sources themselves: how regularly they speak, and what is wrong with one.
 *
 * <pre>
 *   heard(source, hops) ─► beats ─► silent hops ─► half of them together: the source is the suspect
 *                                              └─► otherwise each hop by itself
 *                                         └─► a signal "source-state", said once and once when it is over
 * </pre>
 */
@NullMarked
package dev.runside.server.intake.source;

import org.jspecify.annotations.NullMarked;
