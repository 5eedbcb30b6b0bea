package dev.runside.server.engine;

import java.util.Set;

/**
 * A decision was committed that something may wait for. Published on the engine's thread: listeners
 * return at once.
 *
 * @param incidents those it told a line about
 */
public record EstateMoved(Set<String> incidents) {}
