package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.audit.Act;
import dev.runside.server.audit.Audit;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may set up a source that there is: whoever could have made its token. Both ways audited. */
@Component
public class SourceRights {

    private final Tokens tokens;
    private final GrantRight rights;
    private final Audit audit;
    private final ServerClock clock;

    SourceRights(Tokens tokens, GrantRight rights, Audit audit, ServerClock clock) {
        this.tokens = tokens;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Does that to the source of that name, if this person may.
     *
     * @param work gets the source with what it speaks for; in the transaction of the audit's line
     */
    @Transactional(noRollbackFor = Problem.class)
    public void act(PersonCaller by, String name, String act, Consumer<SourceCaller> work) {
        Ref source = Subjects.source(name);
        Token token =
                tokens.current(TokenKind.SOURCE, source)
                        .orElseThrow(() ->
                                Problem.of(
                                                ErrorCode.NOT_FOUND,
                                                "No source is called " + source.name() + ".")
                                        .withFix(
                                                "Make it with `runside token source "
                                                        + source.name()
                                                        + " --for REF`."));
        rights.refusesSource(by, token.speaksFor())
                .ifPresent(why -> {
                    throw Refusal.audited(audit, by, act, source, why, clock.instant());
                });
        work.accept(Callers.source(token));
        audit.record(by.actor(), Act.done(act, source.toString(), "person"), clock.instant());
    }

    /** A source as it stands now, by whatever name it has. */
    public Optional<SourceCaller> current(Ref source) {
        return tokens.current(TokenKind.SOURCE, source).map(Callers::source);
    }
}
