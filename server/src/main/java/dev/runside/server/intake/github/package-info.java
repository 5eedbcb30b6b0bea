/**
 * GitHub's webhooks. The sender signs the body; what is told is known by the ids in it, not by the
 * delivery's, which is not signed.
 */
@NullMarked
package dev.runside.server.intake.github;

import org.jspecify.annotations.NullMarked;
