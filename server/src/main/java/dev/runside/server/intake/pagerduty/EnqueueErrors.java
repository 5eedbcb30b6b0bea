package dev.runside.server.intake.pagerduty;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.runside.server.problem.ItemError;
import dev.runside.server.problem.Problem;
import dev.runside.server.problem.ProblemForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Errors as the Events API has them. A key that opens nothing is an invalid event there. */
@Component
class EnqueueErrors implements ProblemForm {

    private static final int BAD_REQUEST = 400;

    record Answer(
            String status,
            String message,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> errors) {}

    @Override
    public boolean fits(Problem problem, HttpServletRequest request) {
        return request.getRequestURI().startsWith("/v2/");
    }

    @Override
    public int status(Problem problem) {
        return switch (problem.code()) {
            case TOKEN_REFUSED, NOT_ALLOWED, WRONG_MEDIA_TYPE -> BAD_REQUEST;
            default -> problem.code().status();
        };
    }

    @Override
    public Answer body(Problem problem) {
        return switch (problem.code().kind()) {
            case CALLER -> new Answer("invalid event", "Event object is invalid", errors(problem));
            case OVERLOAD -> new Answer("throttle exceeded", problem.detail(), List.of());
            case INTERNAL, DEPENDENCY -> new Answer("internal error", problem.detail(), List.of());
        };
    }

    private static List<String> errors(Problem problem) {
        return switch (problem.code()) {
            case TOKEN_REFUSED -> List.of("'routing_key' is not known here");
            case INVALID_INPUT -> problem.errors().stream().map(EnqueueErrors::text).toList();
            default -> List.of(problem.detail());
        };
    }

    private static String text(Object error) {
        return error instanceof ItemError(_, String field, String detail)
                ? "'" + field + "' " + detail
                : error.toString();
    }
}
