package dev.runside.demo.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a path template such as {@code /orders/{id}}, which is also the {@code http.route}
 * of its metrics.
 */
record Route(String method, String template, boolean measured, Handler handler) {

    Route unmeasured() {
        return new Route(method, template, false, handler);
    }

    /** The placeholders' values, where the path is of this shape. */
    Optional<Map<String, String>> match(String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int part = 0; part < wanted.length; part++) {
            if (wanted[part].startsWith("{")) {
                values.put(wanted[part].substring(1, wanted[part].length() - 1), given[part]);
            } else if (!wanted[part].equals(given[part])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
