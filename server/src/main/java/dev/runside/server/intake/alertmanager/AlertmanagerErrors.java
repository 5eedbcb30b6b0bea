package dev.runside.server.intake.alertmanager;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.ErrorItem;
import dev.runside.server.problem.ItemError;
import dev.runside.server.problem.Problem;
import dev.runside.server.problem.ProblemForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Alertmanager's errors: a text in JSON; for what its own framework refuses an object of code and
 * message. Who is not let in at all gets a problem document: Alertmanager has no form for that.
 */
@Component
class AlertmanagerErrors implements ProblemForm {

    private static final int UNPROCESSABLE = 422;
    private static final int REQUIRED = 602;

    record Coded(int code, String message) {}

    @Override
    public boolean fits(Problem problem, HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/v2/") && !atTheGate(problem);
    }

    @Override
    public int status(Problem problem) {
        return invalid(problem) ? UNPROCESSABLE : problem.code().status();
    }

    @Override
    public Object body(Problem problem) {
        if (invalid(problem)) {
            return coded(REQUIRED, fields(problem.errors()));
        }
        return switch (problem.code()) {
            case MALFORMED_BODY, NOT_FOUND, WRONG_METHOD, WRONG_MEDIA_TYPE, INTERNAL_ERROR ->
                    coded(problem.code().status(), problem.detail());
            default -> problem.detail();
        };
    }

    private static boolean atTheGate(Problem problem) {
        return switch (problem.code()) {
            case SIGN_IN_NEEDED, TOKEN_REFUSED, FOREIGN_ORIGIN, WRONG_HOST -> true;
            case NOT_ALLOWED -> problem.errors().isEmpty();
            default -> false;
        };
    }

    private static boolean invalid(Problem problem) {
        return problem.code() == ErrorCode.INVALID_INPUT && !problem.errors().isEmpty();
    }

    private static String fields(List<ErrorItem> errors) {
        return errors.stream()
                .map(error ->
                        error instanceof ItemError(_, String field, String detail)
                                ? field + " in body " + detail
                                : error.toString())
                .collect(Collectors.joining("; "));
    }

    private static Coded coded(int code, String message) {
        return new Coded(code, message);
    }
}
