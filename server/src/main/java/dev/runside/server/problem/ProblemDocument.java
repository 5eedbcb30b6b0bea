package dev.runside.server.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A problem as it goes over the wire (RFC 9457), with our own members code, fix and errors. */
record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String fix,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ErrorItem> errors) {

    private static final String TYPES = "https://runside.dev/problems/";

    static ProblemDocument of(Problem problem) {
        var code = problem.code();
        return new ProblemDocument(
                TYPES + code.slug(),
                code.title(),
                code.status(),
                problem.detail(),
                code.slug(),
                problem.fix(),
                problem.errors());
    }
}
