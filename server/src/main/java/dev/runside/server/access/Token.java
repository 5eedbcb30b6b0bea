package dev.runside.server.access;

import dev.runside.core.Ref;
import java.time.Instant;
import java.util.List;

/** What is stored of a token: everything but the secret. */
record Token(String id, TokenKind kind, Ref subject, List<String> speaksFor, Instant expiresAt) {

    static Token of(String id, TokenKind kind, Ref subject, Instant now) {
        return new Token(id, kind, subject, List.of(), now.plus(kind.life()));
    }

    Token speakingFor(Speech speech) {
        return new Token(id, kind, subject, speech.subjects(), expiresAt);
    }
}
