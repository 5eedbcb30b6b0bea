package dev.runside.server.intake.calls;

import dev.runside.core.catalog.Call;
import java.time.Instant;

/**
 * A call that was seen.
 *
 * @param count how often
 */
record SeenCall(Call call, long count, Instant firstSeen, Instant lastSeen) {

    SeenCall again(Instant at) {
        return new SeenCall(call, count + 1, firstSeen, at.isAfter(lastSeen) ? at : lastSeen);
    }
}
