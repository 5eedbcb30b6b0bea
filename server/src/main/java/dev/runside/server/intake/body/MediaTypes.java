package dev.runside.server.intake.body;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** What a request says its body is, without parameters. Asked after who calls, not before. */
public final class MediaTypes {

    private MediaTypes() {}

    /** In lower case; empty text where nothing is said. */
    public static String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .orElse("")
                .replaceFirst(";.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    public static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    public static void requireJson(HttpServletRequest request) {
        String type = of(request);
        if (!isJson(type)) {
            throw Problem.of(
                    ErrorCode.WRONG_MEDIA_TYPE,
                    "This path takes application/json, not '" + type + "'.");
        }
    }
}
