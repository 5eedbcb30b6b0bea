package dev.runside.server.intake;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The container would serve every path on every port: on this one there is OTLP and nothing else.
 */
@Component
class OtlpPortGuard extends OncePerRequestFilter {

    private final OtlpPort port;
    private final ProblemWriter problems;

    OtlpPortGuard(OtlpPort port, ProblemWriter problems) {
        this.port = port;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (request.getLocalPort() == port.number()
                && !request.getRequestURI().startsWith("/v1/")) {
            problems.write(
                    Problem.of(
                            ErrorCode.NOT_FOUND,
                            "This port takes OTLP at /v1/metrics, /v1/traces and /v1/logs."),
                    request,
                    response);
            return;
        }
        next.doFilter(request, response);
    }
}
