/**
 * The state of an estate as keyed entries, and what a decision is: entries written, lines told,
 * effects wanted. A decision is made on a draft; the host commits it and only then applies it.
 */
@NullMarked
package dev.runside.core.state;

import org.jspecify.annotations.NullMarked;
