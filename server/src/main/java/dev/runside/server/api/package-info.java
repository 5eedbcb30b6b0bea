/**
 * What programs read of this server: its health, its metrics, its audit and the description of its
 * API. Writes nothing.
 */
@NullMarked
package dev.runside.server.api;

import org.jspecify.annotations.NullMarked;
