package dev.runside.server.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that records of requests make of their fields: what is wrong names the field. */
public final class Input {

    private Input() {}

    /** The value, which must be there and not empty. */
    public static String required(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw wrong(field, "is missing");
        }
        return value;
    }

    /** The problem of one field. */
    public static Problem wrong(String field, String detail) {
        return Problem.of(
                ErrorCode.INVALID_INPUT,
                field + " " + detail,
                List.of(new ItemError(0, field, detail)));
    }
}
