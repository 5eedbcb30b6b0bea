package dev.runside.demo.service;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a service answers. */
public record Answer(int status, String contentType, byte[] body) {

    public static Answer json(int status, Object value) {
        return new Answer(status, "application/json", JsonMapper.shared().writeValueAsBytes(value));
    }

    public static Answer html(String page) {
        return new Answer(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer empty(int status) {
        return new Answer(status, "application/json", new byte[0]);
    }

    public static Answer refusal(int status, String detail) {
        return json(status, Map.of("status", status, "detail", detail));
    }
}
