package dev.runside.server.access;

import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sources whose protocol has the credential in the body, or in a header of its own. Such a route is
 * open at the gate and asks here before it does anything.
 */
@Component
public class BodyKeys {

    private static final String SCHEME = "Bearer ";

    private final Callers callers;
    private final FailedTokens failed;

    BodyKeys(Callers callers, FailedTokens failed) {
        this.callers = callers;
        this.failed = failed;
    }

    /** The source of that name, which shows its token as others do. */
    public SourceCaller bearer(String name, HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return named(name, bearer ? header.substring(SCHEME.length()).strip() : "", request);
    }

    /** The source of that name, which holds the key. */
    public SourceCaller named(String name, String key, HttpServletRequest request) {
        SourceCaller source = source(key, request);
        if (!source.source().name().equals(name)) {
            failed.count(request.getRemoteAddr());
            throw Problem.of(ErrorCode.TOKEN_REFUSED, "This is the token of another source.");
        }
        return source;
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
