package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.audit.Act;
import dev.runside.server.audit.Audit;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.time.Instant;

/** An act that its caller has no right to: recorded, then told. */
final class Refusal {

    private Refusal() {}

    static Problem audited(
            Audit audit, PersonCaller by, String act, Ref target, String why, Instant now) {
        audit.record(by.actor(), Act.refused(act, target.toString(), why), now);
        return Problem.of(ErrorCode.NOT_ALLOWED, why + ".")
                .withFix("Have it done by someone who may.");
    }
}
