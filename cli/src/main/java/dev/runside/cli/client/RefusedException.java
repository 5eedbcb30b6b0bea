package dev.runside.cli.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server said no; the message is its problem document (RFC 9457) in words: what, each thing
 * that is wrong on a line, and what to do.
 */
public final class RefusedException extends IOException {

    public static final int NOT_ALLOWED = 403;
    public static final int NOT_FOUND = 404;
    public static final int CONFLICT = 409;

    private final int status;
    private final transient JsonNode document;

    RefusedException(int status, String message) {
        this(status, message, JsonMapper.shared().createObjectNode());
    }

    private RefusedException(int status, String message, JsonNode document) {
        super(message);
        this.status = status;
        this.document = document;
    }

    public int status() {
        return status;
    }

    /** As the server sent it; empty where it sent none. */
    public JsonNode document() {
        return document;
    }

    /** The server's own words where it refused; whatever else went wrong in the same form. */
    public static JsonNode documentOf(IOException problem) {
        if (problem instanceof RefusedException refused && !refused.document().isEmpty()) {
            return refused.document();
        }
        return empty().put("title", "Not done").put("detail", String.valueOf(problem.getMessage()));
    }

    /** The same refusal, with what to do as somebody at a terminal does it. */
    public RefusedException withFix(String fix) {
        ObjectNode mended = document.isObject() ? document.asObject().deepCopy() : empty();
        mended.put("fix", fix);
        return new RefusedException(status, words(mended, status), mended);
    }

    private static ObjectNode empty() {
        return JsonMapper.shared().createObjectNode();
    }

    static RefusedException from(ServerApi.Answer answer) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(answer.body());
            return new RefusedException(answer.status(), words(problem, answer.status()), problem);
        } catch (JacksonException _) {
            return new RefusedException(answer.status(), "The server answered " + answer.status());
        }
    }

    private static String words(JsonNode problem, int status) {
        String what = joined(Stream.of("title", "detail"), problem);
        if (problem.path("errors").isEmpty()) {
            String said = joined(Stream.of("title", "detail", "fix"), problem);
            return said.isEmpty() ? "The server answered " + status : said;
        }
        List<String> lines = new ArrayList<>();
        lines.add(what);
        problem.path("errors").forEach(error -> lines.add("  " + line(error)));
        lines.add(problem.path("fix").asString(""));
        return String.join("\n", lines);
    }

    private static String joined(Stream<String> fields, JsonNode problem) {
        return fields.map(field -> problem.path(field).asString(""))
                .filter(text -> !text.isBlank())
                .map(text -> text.replaceFirst("\\.$", ""))
                .collect(Collectors.joining(". "));
    }

    private static String line(JsonNode error) {
        String file = error.path("file").asString("");
        String place = file.isEmpty() ? "" : file + ":" + error.path("line").asInt() + " ";
        String fix = error.path("fix").asString("");
        return place
                + error.path("field").asString("")
                + ": "
                + error.path("detail").asString("")
                + (fix.isEmpty() ? "" : "; " + fix);
    }
}
