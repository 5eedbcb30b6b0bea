package dev.runside.bench.heal.fleet;

/**
 * A change made on purpose.
 *
 * @param id the same when it begins and when it is over
 * @param kind stop or deploy
 */
public record Planned(String id, String kind) {}
