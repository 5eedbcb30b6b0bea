/**
 * How a room says whether it can do its work. Any room registers {@link
 * dev.runside.server.health.ReadinessCheck} beans; {@code /health/ready} asks them all.
 */
@NullMarked
package dev.runside.server.health;

import org.jspecify.annotations.NullMarked;
