package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.DataDirectory;
import dev.runside.server.storage.RandomText;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sources that send no token but sign what they send. The secret is derived from the token's id by
 * a key of the installation, so it is stored nowhere, and a new token makes a new secret.
 */
@Component
public class SigningKeys {

    private static final String PURPOSE = "webhook/";

    private final byte[] key;
    private final Tokens tokens;
    private final FailedTokens failed;
    private final SourceSecrets secrets;

    SigningKeys(
            DataDirectory directory, Tokens tokens, FailedTokens failed, SourceSecrets secrets) {
        this.key =
                directory
                        .secret("signing.key")
                        .readOrWrite(RandomText::fresh)
                        .getBytes(StandardCharsets.UTF_8);
        this.tokens = tokens;
        this.failed = failed;
        this.secrets = secrets;
    }

    /** A source that somebody says they are; the secret tells whether that is so. */
    public record Claimed(SourceCaller source, SigningSecret secret) {}

    /** Who signs as this source; what is no source counts as a refused token does. */
    public Claimed claimed(String name, HttpServletRequest request) {
        return source(name)
                .flatMap(source -> tokens.current(TokenKind.SOURCE, source))
                .map(token -> new Claimed(Callers.source(token), secret(token.id())))
                .orElseThrow(() -> refused(request));
    }

    /**
     * As {@link #claimed}, with the secret that the other side has made; nothing where it was not
     * told.
     */
    public Optional<Claimed> claimedByOwn(String name, HttpServletRequest request) {
        SourceCaller source = claimed(name, request).source();
        return secrets.has(source.source(), SourceSecrets.SIGNING)
                ? Optional.of(
                        new Claimed(
                                source,
                                secrets.find(source.source(), SourceSecrets.SIGNING)
                                        .map(SigningSecret::new)
                                        .orElseThrow(() -> refused(request))))
                : Optional.empty();
    }

    /** To be thrown when a signature is missing or wrong. */
    public Problem refused(HttpServletRequest request) {
        failed.count(request.getRemoteAddr());
        return Problem.of(
                        ErrorCode.TOKEN_REFUSED,
                        "No source of this name has signed this with its secret.")
                .withFix(
                        "Set the webhook's secret to what `runside token source NAME --for REF --signing` prints.");
    }

    SigningSecret secret(String tokenId) {
        return SigningSecret.of(
                SigningSecret.hmac(key, (PURPOSE + tokenId).getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<Ref> source(String name) {
        try {
            return Optional.of(new Ref("source", name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
