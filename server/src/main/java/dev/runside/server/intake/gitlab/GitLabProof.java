package dev.runside.server.intake.gitlab;

import dev.runside.server.access.BodyKeys;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.access.SigningKeys;
import dev.runside.server.access.SigningKeys.Claimed;
import dev.runside.server.storage.ServerClock;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Who sends: whoever signs, where a signature is sent, else whoever has the token. A wrong
 * signature is not made good by a token.
 */
@Component
class GitLabProof {

    private final SigningKeys signing;
    private final BodyKeys keys;
    private final ServerClock clock;

    GitLabProof(SigningKeys signing, BodyKeys keys, ServerClock clock) {
        this.signing = signing;
        this.keys = keys;
        this.clock = clock;
    }

    /** Asked before the body is read, as far as that can be; then with the body. */
    Function<byte[], SourceCaller> of(String source, HttpServletRequest request) {
        return StandardSignature.in(request)
                .map(signature -> bySignature(source, signature, request))
                .orElseGet(() -> byToken(source, request));
    }

    private Function<byte[], SourceCaller> bySignature(
            String source, StandardSignature signature, HttpServletRequest request) {
        Claimed claimed = signing.claimed(source, request);
        return body -> {
            if (!signature.isOf(body, claimed.secret(), clock.machine())) {
                throw signing.refused(request);
            }
            return claimed.source();
        };
    }

    private Function<byte[], SourceCaller> byToken(String source, HttpServletRequest request) {
        String token = Optional.ofNullable(request.getHeader("X-Gitlab-Token")).orElse("");
        SourceCaller caller = keys.named(source, token, request);
        return _ -> caller;
    }
}
