package dev.runside.server.intake.zendesk;

import dev.runside.server.access.BodyKeys;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.access.SigningKeys;
import dev.runside.server.access.SigningKeys.Claimed;
import dev.runside.server.storage.ServerClock;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who sends. Zendesk makes the signing secret itself: until a person has told it here, the webhook
 * shows the source's token; from then on it has to be signed.
 */
@Component
class ZendeskProof {

    private final SigningKeys signing;
    private final BodyKeys keys;
    private final ServerClock clock;

    ZendeskProof(SigningKeys signing, BodyKeys keys, ServerClock clock) {
        this.signing = signing;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whoever says they are this source; to be believed when {@link #check} returns. */
    Claim claim(String name, HttpServletRequest request) {
        return signing.claimedByOwn(name, request)
                .map(claimed -> new Claim(claimed.source(), Optional.of(claimed)))
                .orElseGet(() -> new Claim(keys.bearer(name, request), Optional.empty()));
    }

    void check(Claim claim, byte[] body, HttpServletRequest request) {
        boolean holds =
                claim.signed()
                        .map(Claimed::secret)
                        .map(secret ->
                                ZendeskSignature.in(request).isOf(body, secret, clock.machine()))
                        .orElse(true);
        if (!holds) {
            throw signing.refused(request);
        }
    }

    /**
     * @param signed how the body has to be signed; empty where the token was shown
     */
    record Claim(SourceCaller source, Optional<Claimed> signed) {}
}
