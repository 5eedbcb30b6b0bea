package dev.runside.server.access;

import dev.runside.server.access.Caller.AgentCaller;
import dev.runside.server.access.Caller.LocalCaller;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Caller.SourceCaller;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From what a request carries to who sent it. */
@Component
class Callers {

    private final Tokens tokens;
    private final People people;
    private final LocalKey localKey;

    Callers(Tokens tokens, People people, LocalKey localKey) {
        this.tokens = tokens;
        this.people = people;
        this.localKey = localKey;
    }

    Optional<Caller> byBearer(String secret) {
        if (secret.startsWith(LocalKey.PREFIX)) {
            return localKey.opens(secret) ? Optional.of(new LocalCaller()) : Optional.empty();
        }
        return TokenKind.of(secret).flatMap(kind -> byToken(kind, secret));
    }

    Optional<Caller> bySession(String secret) {
        return tokens.find(TokenKind.SESSION, secret)
                .map(token -> person(token, new Proof.Session(token.id(), FormToken.of(secret))));
    }

    /** Tokens that are exchanged for others, and sessions outside a cookie, prove nothing here. */
    private Optional<Caller> byToken(TokenKind kind, String secret) {
        return switch (kind) {
            case PERSON ->
                    tokens.find(kind, secret)
                            .map(token -> person(token, new Proof.Bearer(token.id())));
            case SOURCE -> tokens.find(kind, secret).map(Callers::source);
            case AGENT ->
                    tokens.find(kind, secret)
                            .map(token -> new AgentCaller(token.subject(), token.id()));
            case SESSION, FIRST, ENROL_PERSON, ENROL_AGENT, LOGIN -> Optional.empty();
        };
    }

    static SourceCaller source(Token token) {
        return new SourceCaller(token.subject(), new Speech(token.speaksFor()), token.id());
    }

    private Caller person(Token token, Proof proof) {
        return new PersonCaller(token.subject(), people.isAdmin(token.subject()), proof);
    }
}
