/** One page: settle, notify, escalate, until somebody acknowledges. */
@NullMarked
package dev.runside.core.page;

import org.jspecify.annotations.NullMarked;
