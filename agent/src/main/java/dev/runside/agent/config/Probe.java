package dev.runside.agent.config;

import java.time.Duration;

/**
 * How closely services are watched.
 *
 * @param every how often a service's health is asked for
 * @param timeout how long it may take to answer
 * @param misses so many in a row make a silence, when they span at least {@code over}
 * @param gone how often a process is looked at
 * @param starting a process that has not answered yet is not called silent while younger than this
 */
public record Probe(
        Duration every,
        Duration timeout,
        int misses,
        Duration over,
        Duration gone,
        Duration starting) {

    public static Probe standard() {
        return new Probe(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                3,
                Duration.ofSeconds(3),
                Duration.ofMillis(25),
                Duration.ofSeconds(20));
    }
}
