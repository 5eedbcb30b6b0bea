package dev.runside.server.access;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who an authorization header names, for protocols that do not come as servlet requests. */
@Component
public class HeaderKeys {

    private static final String SCHEME = "Bearer ";

    private final Callers callers;
    private final FailedTokens failed;

    HeaderKeys(Callers callers, FailedTokens failed) {
        this.callers = callers;
        this.failed = failed;
    }

    /**
     * @param header its value; null where there is none
     * @param sender the address it came from: refused tokens are counted by it
     */
    public Caller caller(@Nullable String header, String sender) {
        if (header == null) {
            throw Problem.of(ErrorCode.SIGN_IN_NEEDED, "This needs somebody who is known here.");
        }
        return Optional.of(header)
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(value -> callers.byBearer(value.substring(SCHEME.length()).strip()))
                .orElseThrow(() -> refused(sender));
    }

    private Problem refused(String sender) {
        failed.count(sender);
        return Problem.of(ErrorCode.TOKEN_REFUSED, "This token opens nothing here.");
    }
}
