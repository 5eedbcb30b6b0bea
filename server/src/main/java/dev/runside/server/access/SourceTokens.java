package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.audit.Act;
import dev.runside.server.audit.Audit;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens of sources; a source has one, and asking again rotates it. */
@Component
class SourceTokens {

    private final Tokens tokens;
    private final GrantRight rights;
    private final Audit audit;
    private final ServerClock clock;

    SourceTokens(Tokens tokens, GrantRight rights, Audit audit, ServerClock clock) {
        this.tokens = tokens;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whoever rotates a token needs the right to what it spoke for as well. */
    @Transactional(noRollbackFor = Problem.class)
    public IssuedToken issue(PersonCaller by, Ref source, Speech speech) {
        List<String> subjects =
                Stream.concat(
                                speech.subjects().stream(),
                                tokens.current(TokenKind.SOURCE, source).stream()
                                        .flatMap(token -> token.speaksFor().stream()))
                        .distinct()
                        .toList();
        Optional<String> refusal = rights.refusesSource(by, subjects);
        if (refusal.isPresent()) {
            throw Refusal.audited(
                    audit, by, "source.token", source, refusal.get(), clock.instant());
        }
        var issued = tokens.reissue(TokenKind.SOURCE, source, token -> token.speakingFor(speech));
        audit.record(
                by.actor(), Act.done("source.token", source.toString(), "person"), clock.instant());
        return issued;
    }
}
