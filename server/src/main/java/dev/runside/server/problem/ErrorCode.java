package dev.runside.server.problem;

import static dev.runside.server.problem.ErrorKind.CALLER;
import static dev.runside.server.problem.ErrorKind.DEPENDENCY;
import static dev.runside.server.problem.ErrorKind.INTERNAL;
import static dev.runside.server.problem.ErrorKind.OVERLOAD;

import java.util.Locale;

/**
 * Every error there is: its stable name, whose it is, its HTTP status, and what the reader should
 * do next.
 */
public enum ErrorCode {
    INVALID_INPUT(CALLER, 400, "Invalid input", "Correct what the errors name and send it again."),
    MALFORMED_BODY(
            CALLER, 400, "Malformed body", "Send a body in the format that this path takes."),
    SIGN_IN_NEEDED(
            CALLER,
            401,
            "Sign in",
            "Send a token as 'Authorization: Bearer …', or sign in by `runside login`."),
    TOKEN_REFUSED(
            CALLER,
            401,
            "Token refused",
            "Get a new token: this one is unknown, used, expired or revoked."),
    NOT_ALLOWED(CALLER, 403, "Not allowed", "Ask somebody who may."),
    FOREIGN_ORIGIN(CALLER, 403, "Foreign origin", "Open Runside's own page and act there."),
    FORM_EXPIRED(CALLER, 403, "Form expired", "Load the page again and repeat."),
    NOT_FOUND(CALLER, 404, "Not found", "Check the name; lists show what there is."),
    WRONG_METHOD(CALLER, 405, "Wrong method", "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(CALLER, 406, "Not acceptable", "Accept application/json."),
    CONFLICT(CALLER, 409, "Conflict", "Read the newest version and decide again."),
    TOO_LARGE(CALLER, 413, "Too large", "Send it in smaller parts."),
    WRONG_MEDIA_TYPE(
            CALLER, 415, "Wrong media type", "Send one of the media types that this path takes."),
    WRONG_HOST(
            CALLER,
            421,
            "Wrong host",
            "Use the address that Runside printed at its start, or add the name to runside.hosts."),
    PRECONDITION_FAILED(
            CALLER, 412, "Precondition failed", "Read the newest version and decide again."),
    TOO_MANY_ATTEMPTS(OVERLOAD, 429, "Too many attempts", "Wait as long as Retry-After says."),
    INTAKE_FULL(
            OVERLOAD,
            429,
            "Intake is full",
            "Send it again after Retry-After; nothing of it was stored."),
    OVERLOADED(OVERLOAD, 503, "Overloaded", "Send it again after Retry-After."),
    INTERNAL_ERROR(
            INTERNAL,
            500,
            "Internal error",
            "Report it with the time; Runside's log holds the cause."),
    SUPERSEDED(
            DEPENDENCY,
            503,
            "Another server is active",
            "Send it again: the active server answers."),
    DATABASE_AWAY(DEPENDENCY, 503, "Database away", "Send it again; nothing of it was stored.");

    private final ErrorKind kind;
    private final int status;
    private final String title;
    private final String fix;

    ErrorCode(ErrorKind kind, int status, String title, String fix) {
        this.kind = kind;
        this.status = status;
        this.title = title;
        this.fix = fix;
    }

    public ErrorKind kind() {
        return kind;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String fix() {
        return fix;
    }

    /** The code of google.rpc.Code that stands for it. */
    public int rpcCode() {
        return switch (status) {
            case 401 -> 16;
            case 403 -> 7;
            case 413, 429 -> 8;
            case 503 -> 14;
            default -> status < 500 ? 3 : 13;
        };
    }

    /** As it stands in documents and addresses: {@code invalid-input}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
