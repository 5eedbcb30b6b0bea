/**
 * Who did what, to what, by which rule, and how it ended: one line an act, written in the act's own
 * transaction and never changed. In: {@link dev.runside.server.audit.Audit#record}. Out: the lines,
 * in order.
 */
@NullMarked
package dev.runside.server.audit;

import org.jspecify.annotations.NullMarked;
