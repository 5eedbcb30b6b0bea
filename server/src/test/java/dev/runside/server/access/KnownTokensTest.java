package dev.runside.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final byte[] HASH = {1, 2, 3};

    private final KnownTokens known = new KnownTokens();
    private final Token token = Token.of("tok_1", TokenKind.SOURCE, Ref.parse("source:s"), NOW);
    private int lookedUp;

    @Test
    void aSourcesTokenIsLookedUpOnceAMomentAndNotForLong() {
        find(TokenKind.SOURCE, NOW);
        find(TokenKind.SOURCE, NOW.plusSeconds(4));
        assertThat(lookedUp).isEqualTo(1);

        find(TokenKind.SOURCE, NOW.plusSeconds(6));
        assertThat(lookedUp).isEqualTo(2);
    }

    @Test
    void aPersonsTokenIsLookedUpEachTime() {
        find(TokenKind.PERSON, NOW);
        find(TokenKind.PERSON, NOW);

        assertThat(lookedUp).isEqualTo(2);
    }

    @Test
    void afterATokenHasEndedNothingIsKnown() {
        find(TokenKind.SOURCE, NOW);
        known.forget();
        find(TokenKind.SOURCE, NOW);

        assertThat(lookedUp).isEqualTo(2);
    }

    @Test
    void whatWasLookedUpWhileATokenEndedIsNotKept() {
        known.find(
                TokenKind.SOURCE,
                HASH,
                NOW,
                () -> {
                    known.forget();
                    return Optional.of(token);
                });
        find(TokenKind.SOURCE, NOW);

        assertThat(lookedUp).isEqualTo(1);
    }

    private void find(TokenKind kind, Instant now) {
        known.find(
                kind,
                HASH,
                now,
                () -> {
                    lookedUp++;
                    return Optional.of(token);
                });
    }
}
