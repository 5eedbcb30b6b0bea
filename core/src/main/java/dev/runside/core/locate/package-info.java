/**
 * Where it went wrong first, from what was measured: a place is blamed for the time and the
 * failures that it adds itself, not for those it waits for. {@link dev.runside.core.locate.Usual}
 * says what is usual, {@link dev.runside.core.locate.Evidence} what departs from it, {@link
 * dev.runside.core.locate.Locator} ranks.
 */
@NullMarked
package dev.runside.core.locate;

import org.jspecify.annotations.NullMarked;
