package dev.runside.server.access;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first thing a request meets: is it meant for us, does it come from our own page, is it of a
 * bearable size.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Door extends OncePerRequestFilter {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Hosts hosts;
    private final ProblemWriter problems;

    Door(Hosts hosts, ProblemWriter problems) {
        this.hosts = hosts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        addHeaders(request, response);
        try {
            check(request);
        } catch (Problem problem) {
            problems.write(problem, request, response);
            return;
        }
        next.doFilter(new BoundedBody(request), response);
    }

    private void check(HttpServletRequest request) {
        if (!hosts.own(request)) {
            throw Problem.of(
                    ErrorCode.WRONG_HOST,
                    "This server is not called '" + request.getHeader("Host") + "'.");
        }
        if (!hosts.ownOrigin(request)) {
            throw Problem.of(
                    ErrorCode.FOREIGN_ORIGIN,
                    "Pages of " + request.getHeader("Origin") + " may not call this server.");
        }
        if (request.getContentLengthLong() > BoundedBody.MOST_BYTES) {
            throw BoundedBody.tooLarge();
        }
    }

    private static void addHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", POLICY);
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }
}
