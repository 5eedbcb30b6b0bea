package dev.runside.server.access;

import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Sources whose protocol has the credential in the body. Such a route is open at the gate and asks
 * here before it does anything.
 */
@Component
public class BodyKeys {

    private final Callers callers;
    private final FailedTokens failed;

    BodyKeys(Callers callers, FailedTokens failed) {
        this.callers = callers;
        this.failed = failed;
    }

    /** The source that holds the key; refused keys count as refused tokens do. */
    public SourceCaller source(String key, HttpServletRequest request) {
        if (callers.byBearer(key).orElse(null) instanceof SourceCaller source) {
            ProvenCaller.remember(source, request);
            return source;
        }
        failed.count(request.getRemoteAddr());
        throw Problem.of(ErrorCode.TOKEN_REFUSED, "This key opens nothing here.");
    }
}
