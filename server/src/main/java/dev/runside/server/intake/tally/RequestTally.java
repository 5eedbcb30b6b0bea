package dev.runside.server.intake.tally;

import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.access.ProvenCaller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Counts each request with which a source told something, by how it was answered. */
@Component
class RequestTally implements HandlerInterceptor {

    private static final int BAD = 400;

    private final SourceTally tally;

    RequestTally(SourceTally tally) {
        this.tally = tally;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        if (request.getMethod().equals("POST")
                && ProvenCaller.of(request).orElse(null) instanceof SourceCaller source) {
            count(source, request, response.getStatus());
        }
    }

    private void count(SourceCaller source, HttpServletRequest request, int status) {
        Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (status < BAD) {
            tally.accepted(source.source(), String.valueOf(path));
        } else {
            tally.refused(source.source(), String.valueOf(path));
        }
    }
}
