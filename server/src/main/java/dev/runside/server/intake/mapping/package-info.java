/** Who speaks, what for, and which hop of the catalog a name means. */
@NullMarked
package dev.runside.server.intake.mapping;

import org.jspecify.annotations.NullMarked;
