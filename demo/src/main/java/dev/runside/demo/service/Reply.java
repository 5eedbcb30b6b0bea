package dev.runside.demo.service;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back from another service. */
public sealed interface Reply {

    record Answered(int status, String body) implements Reply {

        public JsonNode json() {
            try {
                return JsonMapper.shared().readTree(body);
            } catch (JacksonException _) {
                return JsonMapper.shared().missingNode();
            }
        }
    }

    record NoAnswer(String reason) implements Reply {}

    default boolean good() {
        return this instanceof Answered answered && answered.status() < 400;
    }

    /** The answer to hand on to one's own caller: a dependency's failure becomes 502. */
    default Answer handedOn(String from) {
        return switch (this) {
            case Answered(int status, _) when status >= 500 ->
                    Answer.refusal(502, from + " answered " + status);
            case Answered(int status, String body) ->
                    new Answer(
                            status,
                            "application/json",
                            body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case NoAnswer(String reason) ->
                    Answer.refusal(502, from + " did not answer: " + reason);
        };
    }
}
