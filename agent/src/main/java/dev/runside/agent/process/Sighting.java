package dev.runside.agent.process;

import java.util.OptionalLong;

/**
 * What was found when a service was looked at.
 *
 * @param reason for people, why it is not answering; empty when it is
 */
public record Sighting(ServiceState state, OptionalLong pid, String reason) {

    static Sighting gone(String reason) {
        return new Sighting(ServiceState.GONE, OptionalLong.empty(), reason);
    }

    static Sighting hung(long pid, String reason) {
        return new Sighting(ServiceState.HUNG, OptionalLong.of(pid), reason);
    }

    static Sighting answering(long pid) {
        return new Sighting(ServiceState.ANSWERING, OptionalLong.of(pid), "");
    }
}
