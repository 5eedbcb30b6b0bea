/** The server: one room for each step from a signal to what is learned of it. */
@NullMarked
package dev.runside.server;

import org.jspecify.annotations.NullMarked;
