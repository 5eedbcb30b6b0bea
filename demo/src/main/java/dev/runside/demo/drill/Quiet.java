package dev.runside.demo.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Healthy traffic, in which nothing may happen.
 *
 * @param when before or after the faults
 * @param extra what happened nevertheless
 */
record Quiet(String when, List<String> extra) {

    static final Duration TIME = Duration.ofSeconds(60);

    static Quiet watch(String when, Sight sight, Patience patience)
            throws IOException, InterruptedException {
        Before before = Before.now(sight);
        boolean whole = patience.pass(TIME);
        List<String> extra = new ArrayList<>();
        if (!whole) {
            extra.add("it was cut short: the drill's time was up");
        }
        before.newIncidents(sight)
                .forEach(incident -> extra.add("#" + incident.number() + " " + incident.title()));
        before.newPages(sight).forEach(page -> extra.add(page.type() + ": " + page.title()));
        return new Quiet(when, List.copyOf(extra));
    }

    boolean ok() {
        return extra.isEmpty();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("when", when);
        json.put("extra", extra);
        json.put("ok", ok());
        return json;
    }
}
