package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.audit.Act;
import dev.runside.server.audit.Audit;
import dev.runside.server.storage.ServerClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens of sources; a source has one, and asking again rotates it. */
@Component
class SourceTokens {

    private final Tokens tokens;
    private final Audit audit;
    private final ServerClock clock;

    SourceTokens(Tokens tokens, Audit audit, ServerClock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public IssuedToken issue(PersonCaller by, Ref source, Speech speech) {
        var issued = tokens.reissue(TokenKind.SOURCE, source, token -> token.speakingFor(speech));
        audit.record(
                by.actor(), Act.done("source.token", source.toString(), "person"), clock.instant());
        return issued;
    }
}
