package dev.runside.server.problem;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Shows a problem to somebody at a browser. Where nobody implements it, problems are shown plainly.
 */
public interface ProblemPage {

    /** The whole document, as HTML. */
    String of(Problem problem, HttpServletRequest request);
}
