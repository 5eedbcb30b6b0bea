/** What the outside says: one occurrence each, with the source's time and the server's. */
@NullMarked
package dev.runside.core.signal;

import org.jspecify.annotations.NullMarked;
