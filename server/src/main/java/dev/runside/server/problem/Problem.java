package dev.runside.server.problem;

import java.util.List;

/**
 * What a room throws when it cannot do what it was asked: the reader gets the code's status, the
 * detail and the fix.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String fix;
    private final transient List<ErrorItem> errors;

    private Problem(ErrorCode code, String detail, String fix, List<? extends ErrorItem> errors) {
        super(detail);
        this.code = code;
        this.fix = fix;
        this.errors = List.copyOf(errors);
    }

    public static Problem of(ErrorCode code, String detail) {
        return new Problem(code, detail, code.fix(), List.of());
    }

    public static Problem of(ErrorCode code, String detail, List<? extends ErrorItem> errors) {
        return new Problem(code, detail, code.fix(), errors);
    }

    /** With a next step that is more to the point than the code's own. */
    public Problem withFix(String betterFix) {
        var problem = new Problem(code, detail(), betterFix, errors);
        problem.setStackTrace(getStackTrace());
        return problem;
    }

    public ErrorCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public String fix() {
        return fix;
    }

    public List<ErrorItem> errors() {
        return errors;
    }
}
