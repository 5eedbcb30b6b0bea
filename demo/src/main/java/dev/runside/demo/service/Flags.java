package dev.runside.demo.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Switches of a running service, such as {@code latency-ms}; gone with its process. */
public final class Flags {

    private final Map<String, String> values = new ConcurrentHashMap<>();

    public boolean on(String name) {
        return "true".equals(values.get(name));
    }

    public long millis(String name) {
        return Long.parseLong(values.getOrDefault(name, "0"));
    }

    void set(String name, String value) {
        values.put(name, value);
    }

    Map<String, String> all() {
        return Map.copyOf(values);
    }
}
