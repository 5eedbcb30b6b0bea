package dev.runside.cli.client;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server said no; the message is its problem document (RFC 9457) in words. */
public final class RefusedException extends IOException {

    private final int status;

    RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }

    static RefusedException from(ServerApi.Answer answer) {
        return new RefusedException(answer.status(), words(answer));
    }

    private static String words(ServerApi.Answer answer) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(answer.body());
            String said =
                    Stream.of("title", "detail", "fix")
                            .map(field -> problem.path(field).asString(""))
                            .filter(text -> !text.isBlank())
                            .collect(Collectors.joining(". "));
            return said.isEmpty() ? "The server answered " + answer.status() : said;
        } catch (JacksonException _) {
            return "The server answered " + answer.status();
        }
    }
}
