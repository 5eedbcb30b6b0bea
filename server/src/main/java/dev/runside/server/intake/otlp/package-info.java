/**
 * OTLP/HTTP metrics in; points become samples of the indicators that use them, each counted once.
 */
@NullMarked
package dev.runside.server.intake.otlp;

import org.jspecify.annotations.NullMarked;
