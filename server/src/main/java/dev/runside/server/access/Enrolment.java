package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.audit.Act;
import dev.runside.server.audit.Actor;
import dev.runside.server.audit.Audit;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How people come in: the first one by the first token, the others by a token that an admin made
 * for them.
 */
@Component
class Enrolment {

    private final Tokens tokens;
    private final People people;
    private final FirstToken firstToken;
    private final Audit audit;
    private final ServerClock clock;

    Enrolment(Tokens tokens, People people, FirstToken firstToken, Audit audit, ServerClock clock) {
        this.tokens = tokens;
        this.people = people;
        this.firstToken = firstToken;
        this.audit = audit;
        this.clock = clock;
    }

    /** Exchanges a token that works once for one that stays. */
    @Transactional
    public IssuedToken enrol(String secret, Ref person) {
        return secret.startsWith(TokenKind.FIRST.prefix())
                ? enrolFirst(secret, person)
                : enrolInvited(secret, person);
    }

    @Transactional
    public IssuedToken invite(PersonCaller by, Ref person) {
        var issued = tokens.issue(TokenKind.ENROL_PERSON, person);
        audit.record(
                by.actor(), Act.done("person.invite", person.toString(), "admin"), clock.instant());
        return issued;
    }

    private IssuedToken enrolFirst(String secret, Ref person) {
        Token token = tokens.spend(TokenKind.FIRST, secret);
        IssuedToken issued = admit(token, person, true, "first-token");
        firstToken.used();
        return issued;
    }

    private IssuedToken enrolInvited(String secret, Ref person) {
        Token token = tokens.spend(TokenKind.ENROL_PERSON, secret);
        if (!token.subject().equals(person)) {
            throw Problem.of(
                    ErrorCode.TOKEN_REFUSED,
                    "This token was made for somebody else than " + person + ".");
        }
        return admit(token, person, false, "enrol-token");
    }

    private IssuedToken admit(Token token, Ref person, boolean admin, String rule) {
        people.enrol(person, admin, clock.instant());
        IssuedToken issued = tokens.issue(TokenKind.PERSON, person);
        var actor = Actor.of(person.toString(), token.id());
        audit.record(actor, Act.done("person.enrol", person.toString(), rule), clock.instant());
        return issued;
    }
}
