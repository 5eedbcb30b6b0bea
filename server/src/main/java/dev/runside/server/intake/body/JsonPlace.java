package dev.runside.server.intake.body;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says where JSON is not what it should be. */
public final class JsonPlace {

    private JsonPlace() {}

    /** What is beyond a bound has no place: nesting, and the length of numbers. */
    public static String of(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null
                ? "not valid JSON, nested too deeply, or with a number too long"
                : "not valid JSON at line %d, column %d"
                        .formatted(at.getLineNr(), at.getColumnNr());
    }
}
