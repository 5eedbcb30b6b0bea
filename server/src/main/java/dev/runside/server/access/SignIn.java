package dev.runside.server.access;

import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.audit.Act;
import dev.runside.server.audit.Actor;
import dev.runside.server.audit.Audit;
import dev.runside.server.storage.ServerClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From a person's token to a link that works once, and from the link to a session. */
@Component
class SignIn {

    private final Tokens tokens;
    private final Audit audit;
    private final ServerClock clock;

    SignIn(Tokens tokens, Audit audit, ServerClock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public IssuedToken link(PersonCaller by) {
        var issued = tokens.issue(TokenKind.LOGIN, by.person());
        record(by.actor(), "person.login-link");
        return issued;
    }

    @Transactional
    public IssuedToken open(String linkSecret) {
        Token link = tokens.spend(TokenKind.LOGIN, linkSecret);
        var session = tokens.issue(TokenKind.SESSION, link.subject());
        record(Actor.of(link.subject().toString(), link.id()), "person.sign-in");
        return session;
    }

    @Transactional
    public void end(PersonCaller by) {
        tokens.end(by.proof().token());
        record(by.actor(), "person.sign-out");
    }

    private void record(Actor actor, String act) {
        audit.record(actor, Act.done(act, actor.ref(), "own"), clock.instant());
    }
}
