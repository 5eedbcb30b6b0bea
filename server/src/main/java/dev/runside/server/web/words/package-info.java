/** How pages speak: times, names and numbers in, words out. */
@NullMarked
package dev.runside.server.web.words;

import org.jspecify.annotations.NullMarked;
