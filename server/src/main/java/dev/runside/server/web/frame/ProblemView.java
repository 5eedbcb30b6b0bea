package dev.runside.server.web.frame;

/**
 * What went wrong, or that nobody is signed in.
 *
 * @param signIn true where the reader only has to sign in
 */
public record ProblemView(
        boolean signIn, String title, String detail, String fix, Theme theme, Assets assets) {}
