package dev.runside.server.problem;

import jakarta.servlet.http.HttpServletRequest;

/** How a standard protocol that is spoken on its own paths wants its errors: in JSON of its own. */
public interface ProblemForm {

    boolean fits(Problem problem, HttpServletRequest request);

    int status(Problem problem);

    /** What is written as JSON. */
    Object body(Problem problem);
}
