package dev.runside.server.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where exceptions of requests end, whichever handler, interceptor or resource they
 * come from.
 */
@Component
class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);

    private final ProblemWriter writer;

    ProblemResolver(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        if (failure instanceof AsyncRequestNotUsableException) {
            return new ModelAndView();
        }
        Problem problem = Translation.of(failure);
        report(problem, request, failure);
        if (failure instanceof ErrorResponse standard) {
            standard.getHeaders()
                    .forEach((name, values) ->
                            values.forEach(value -> response.addHeader(name, value)));
        }
        try {
            writer.write(problem, request, response);
        } catch (IOException e) {
            log.debug("The caller has gone before the answer: {}", e.getMessage());
        }
        return new ModelAndView();
    }

    private static void report(Problem problem, HttpServletRequest request, Exception failure) {
        switch (problem.code().kind()) {
            case INTERNAL ->
                    log.error(
                            "{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            case DEPENDENCY, OVERLOAD ->
                    log.warn(
                            "{} {}: {}",
                            request.getMethod(),
                            request.getRequestURI(),
                            problem.detail());
            case CALLER ->
                    log.debug(
                            "{} {}: {}",
                            request.getMethod(),
                            request.getRequestURI(),
                            problem.detail());
        }
    }
}
