package dev.runside.agent.link;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
record Answer(int status, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 300;

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** The server is there and refuses the key. */
    boolean refusesKey() {
        return status == 401 || status == 403;
    }

    /** The same may succeed later. */
    boolean mayPass() {
        return refusesKey() || status == 408 || status == 425 || status == 429 || status >= 500;
    }

    JsonNode json() throws JacksonException {
        return JSON.readTree(body);
    }

    /** For people: the problem document's words, or the beginning of what came. */
    String problem() {
        try {
            String detail = json().path("detail").asString("");
            return detail.isEmpty() ? beginning() : "HTTP " + status + ": " + detail;
        } catch (JacksonException notJson) {
            return beginning();
        }
    }

    private String beginning() {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return "HTTP " + status + " " + text.substring(0, Math.min(SHOWN, text.length()));
    }
}
