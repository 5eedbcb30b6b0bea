package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.problem.Input;
import java.util.List;

/** What a source may speak for: references, a product with all its hops, or everything. */
public record Speech(List<String> subjects) {

    private static final String EVERYTHING = "*";

    public Speech {
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException(
                    "must name what the source may speak for, as in [\"product:mail\"]");
        }
        subjects.stream().filter(subject -> !subject.equals(EVERYTHING)).forEach(Ref::parse);
        subjects = List.copyOf(subjects);
    }

    /** As a request names it; what is wrong names the field. */
    static Speech asked(List<String> subjects) {
        try {
            return new Speech(subjects);
        } catch (IllegalArgumentException e) {
            throw Input.wrong("speaksFor", String.valueOf(e.getMessage()));
        }
    }

    public boolean covers(Ref subject) {
        return subjects.contains(EVERYTHING)
                || subjects.contains(subject.toString())
                || coversProductOf(subject);
    }

    private boolean coversProductOf(Ref subject) {
        int slash = subject.name().indexOf('/');
        return subject.is("hop")
                && slash > 0
                && subjects.contains("product:" + subject.name().substring(0, slash));
    }
}
