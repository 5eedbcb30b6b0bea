/**
 * What places where code lives say, in their own words or another's: a deploy begins and ends, a
 * pipeline fails, something is merged. GitHub and GitLab are read into this.
 */
@NullMarked
package dev.runside.server.intake.forge;

import org.jspecify.annotations.NullMarked;
