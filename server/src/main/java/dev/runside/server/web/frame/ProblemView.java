package dev.runside.server.web.frame;

import dev.runside.server.problem.ErrorCode;

/**
 * What went wrong, or that nobody is signed in.
 *
 * @param signIn true where the reader only has to sign in
 * @param reason why what the reader showed did not open the page; empty when nothing was shown
 */
public record ProblemView(
        boolean signIn,
        String reason,
        String title,
        String detail,
        String fix,
        Way way,
        Theme theme,
        Assets assets) {

    /** What is not there, as a heading; for the rest the kind of problem. */
    public boolean named() {
        return title.equals(ErrorCode.NOT_FOUND.title());
    }

    /** The detail without its full stop. */
    public String heading() {
        return detail.endsWith(".") ? detail.substring(0, detail.length() - 1) : detail;
    }
}
