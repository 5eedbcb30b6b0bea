package dev.runside.server.problem;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/**
 * From what a library throws to what the caller can understand; nothing of our inside leaks out.
 */
public final class Translation {

    private Translation() {}

    public static Problem of(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case HttpMessageNotReadableException unreadable -> ofBody(unreadable);
            case JacksonException json -> ofJson(json);
            case MethodArgumentTypeMismatchException mismatch -> ofParameter(mismatch);
            case NoResourceFoundException missing ->
                    Problem.of(
                            ErrorCode.NOT_FOUND,
                            "There is nothing at /" + missing.getResourcePath() + ".");
            case ErrorResponse response -> ofStatus(response.getStatusCode(), detailOf(response));
            case DataAccessException data -> ofDatabase(data);
            case CannotCreateTransactionException _ -> databaseAway();
            case Throwable _ -> internal();
        };
    }

    /** For errors of which only the status is known. */
    static Problem ofStatus(HttpStatusCode status, String detail) {
        return Problem.of(codeOf(status.value()), detail);
    }

    private static ErrorCode codeOf(int status) {
        return switch (status) {
            case 401 -> ErrorCode.SIGN_IN_NEEDED;
            case 403 -> ErrorCode.NOT_ALLOWED;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.WRONG_METHOD;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 409 -> ErrorCode.CONFLICT;
            case 412 -> ErrorCode.PRECONDITION_FAILED;
            case 413 -> ErrorCode.TOO_LARGE;
            case 415 -> ErrorCode.WRONG_MEDIA_TYPE;
            case 503 -> ErrorCode.OVERLOADED;
            default -> status < 500 ? ErrorCode.INVALID_INPUT : ErrorCode.INTERNAL_ERROR;
        };
    }

    private static Problem ofBody(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof JacksonException json) {
                return ofJson(json);
            }
        }
        return Problem.of(ErrorCode.MALFORMED_BODY, "The body is missing or cannot be read.");
    }

    private static Problem ofJson(JacksonException json) {
        for (Throwable cause = json.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        if (json instanceof DatabindException data && !data.getPath().isEmpty()) {
            var error = JsonPath.of(data);
            return Problem.of(
                    ErrorCode.INVALID_INPUT, error.field() + ": " + error.detail(), List.of(error));
        }
        return Problem.of(
                ErrorCode.MALFORMED_BODY, "The body is not valid JSON" + place(json) + ".");
    }

    private static String place(JacksonException json) {
        return Optional.ofNullable(json.getLocation())
                .filter(location -> location.getLineNr() > 0)
                .map(location ->
                        " at line " + location.getLineNr() + ", column " + location.getColumnNr())
                .orElse("");
    }

    private static Problem ofParameter(MethodArgumentTypeMismatchException mismatch) {
        var error =
                new ItemError(
                        0, mismatch.getName(), "'" + mismatch.getValue() + "' cannot be read");
        return Problem.of(
                ErrorCode.INVALID_INPUT, error.field() + ": " + error.detail(), List.of(error));
    }

    private static Problem ofDatabase(DataAccessException failure) {
        return switch (failure) {
            case QueryTimeoutException _ -> databaseAway();
            case TransientDataAccessException _ -> databaseAway();
            case RecoverableDataAccessException _ -> databaseAway();
            case NonTransientDataAccessResourceException _ -> databaseAway();
            case DataAccessException _ -> internal();
        };
    }

    private static Problem databaseAway() {
        return Problem.of(ErrorCode.DATABASE_AWAY, "The database does not answer.");
    }

    private static Problem internal() {
        return Problem.of(ErrorCode.INTERNAL_ERROR, "Something went wrong inside Runside.");
    }

    private static String detailOf(ErrorResponse response) {
        return Optional.ofNullable(response.getBody().getDetail())
                .orElse("The request cannot be served.");
    }
}
