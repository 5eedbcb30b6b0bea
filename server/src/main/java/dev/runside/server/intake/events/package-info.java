/** CloudEvents 1.0 in all three modes; CDEvents become changes. */
@NullMarked
package dev.runside.server.intake.events;

import org.jspecify.annotations.NullMarked;
