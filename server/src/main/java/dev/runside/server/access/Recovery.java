package dev.runside.server.access;

import dev.runside.server.access.Caller.LocalCaller;
import dev.runside.server.audit.Act;
import dev.runside.server.audit.Audit;
import dev.runside.server.storage.ServerClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever has the machine can let a first person in again; it is recorded. */
@Component
class Recovery {

    private final FirstToken firstToken;
    private final Audit audit;
    private final ServerClock clock;

    Recovery(FirstToken firstToken, Audit audit, ServerClock clock) {
        this.firstToken = firstToken;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public IssuedToken recover(LocalCaller by) {
        var issued = firstToken.issue();
        audit.record(
                by.actor(),
                Act.done("admin.recover", Subjects.FIRST.toString(), "local-key"),
                clock.instant());
        return issued;
    }
}
