package dev.runside.server.access;

import dev.runside.core.Ref;
import java.time.Instant;

/** A token with its secret, which is shown once and kept nowhere. */
public record IssuedToken(String id, Ref subject, String secret, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedToken[" + id + "]";
    }
}
