/** Plain JSON: signals and tickets; customers' words are redacted here. */
@NullMarked
package dev.runside.server.intake.signals;

import org.jspecify.annotations.NullMarked;
