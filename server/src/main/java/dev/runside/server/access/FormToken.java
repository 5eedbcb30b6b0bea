package dev.runside.server.access;

import java.util.Base64;

/**
 * What a page's own forms carry and a foreign page cannot know: it follows from the session's
 * secret.
 */
final class FormToken {

    static final String FIELD = "_csrf";
    static final String HEADER = "X-CSRF-Token";

    private FormToken() {}

    static String of(String sessionSecret) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Digest.of("form:" + sessionSecret));
    }
}
