package dev.runside.server.intake.grpc;

import java.time.Duration;

/**
 * What connections may take.
 *
 * @param connections at one time
 * @param idle how long one may stay without a call; its sender opens another when it needs it
 * @param age how long one may stay at all; calls under way are ended in peace
 */
record Limits(int connections, Duration idle, Duration age) {

    static final Limits USUAL = new Limits(1_000, Duration.ofMinutes(2), Duration.ofHours(1));
}
