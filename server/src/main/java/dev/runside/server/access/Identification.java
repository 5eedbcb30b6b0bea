package dev.runside.server.access;

import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Reads a request's credentials: a bearer token, or the session of the page together with its form
 * token.
 */
@Component
class Identification {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Callers callers;
    private final FailedTokens failed;
    private final HeaderKeys keys;

    Identification(Callers callers, FailedTokens failed, HeaderKeys keys) {
        this.callers = callers;
        this.failed = failed;
        this.keys = keys;
    }

    Caller of(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return keys.caller(header, request.getRemoteAddr());
        }
        String secret =
                SessionCookie.in(request)
                        .orElseThrow(() ->
                                Problem.of(
                                        ErrorCode.SIGN_IN_NEEDED,
                                        "This needs somebody who is known here."));
        Caller caller = callers.bySession(secret).orElseThrow(() -> refused(request));
        checkForm(caller, request);
        return caller;
    }

    private Problem refused(HttpServletRequest request) {
        failed.count(request.getRemoteAddr());
        return Problem.of(ErrorCode.TOKEN_REFUSED, "This token opens nothing here.");
    }

    private static void checkForm(Caller caller, HttpServletRequest request) {
        if (READING.contains(request.getMethod())
                || !(caller instanceof PersonCaller person)
                || !(person.proof() instanceof Proof.Session session)) {
            return;
        }
        String shown =
                Optional.ofNullable(request.getHeader(FormToken.HEADER))
                        .or(() -> Optional.ofNullable(request.getParameter(FormToken.FIELD)))
                        .orElse("");
        if (!Digest.same(session.formToken(), shown)) {
            throw Problem.of(
                    ErrorCode.FORM_EXPIRED, "This act does not come from a page of this session.");
        }
    }
}
