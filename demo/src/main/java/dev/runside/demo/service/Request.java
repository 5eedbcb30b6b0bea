package dev.runside.demo.service;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One HTTP request: the values its route's placeholders took, its headers by lower-case name, its
 * body.
 */
public record Request(Map<String, String> path, Map<String, String> headers, byte[] body) {

    public String value(String placeholder) {
        String value = path.get(placeholder);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + placeholder + "}");
        }
        return value;
    }

    /** The header's value; empty where it is not sent. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The body as JSON; an unreadable one is a missing node, which no field can be read from. */
    public JsonNode json() {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException _) {
            return JsonMapper.shared().missingNode();
        }
    }
}
