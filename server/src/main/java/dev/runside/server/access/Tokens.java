package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.Ids;
import dev.runside.server.storage.RandomText;
import dev.runside.server.storage.ServerClock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Issues tokens and tells what one that is shown stands for. Only digests are stored. */
@Component
class Tokens {

    private final TokenStore store;
    private final ServerClock clock;
    private final Ids ids;

    Tokens(TokenStore store, ServerClock clock, Ids ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    IssuedToken issue(TokenKind kind, Ref subject) {
        return issue(kind, subject, UnaryOperator.identity());
    }

    IssuedToken issue(TokenKind kind, Ref subject, UnaryOperator<Token> narrow) {
        Instant now = clock.instant();
        Token token = narrow.apply(Token.of(ids.next("tok"), kind, subject, now));
        String secret = kind.prefix() + RandomText.fresh();
        store.add(token, Digest.of(secret), now);
        return new IssuedToken(token.id(), subject, secret, token.expiresAt());
    }

    /** As {@link #issue}, and whatever the subject held of this kind ends. */
    IssuedToken reissue(TokenKind kind, Ref subject, UnaryOperator<Token> narrow) {
        store.end(kind, subject, clock.instant());
        return issue(kind, subject, narrow);
    }

    /** The token of a kind that a subject holds now. */
    Optional<Token> current(TokenKind kind, Ref subject) {
        return store.current(kind, subject, clock.instant());
    }

    Optional<Token> find(TokenKind kind, String secret) {
        return store.find(kind, Digest.of(secret), clock.instant());
    }

    /** Uses up a token that works once. */
    Token spend(TokenKind kind, String secret) {
        return store.spend(kind, Digest.of(secret), clock.instant())
                .orElseThrow(() ->
                        Problem.of(
                                ErrorCode.TOKEN_REFUSED,
                                "This token is unknown, expired, or was used before."));
    }

    void end(String id) {
        store.end(id, clock.instant());
    }
}
