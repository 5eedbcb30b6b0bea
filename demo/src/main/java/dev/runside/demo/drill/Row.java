package dev.runside.demo.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of one fault. Times are seconds since it was injected; below zero where it never came.
 *
 * @param paged everybody who was paged in its time
 * @param extra sentences about what was missing, wrong or too much; none means all is right
 */
record Row(
        String fault,
        String tierExpected,
        String tierSeen,
        String owner,
        Set<String> paged,
        Set<String> informed,
        double detectS,
        double actS,
        double verifiedS,
        List<String> extra) {

    boolean ok() {
        return extra.isEmpty();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fault", fault);
        json.put("tierExpected", tierExpected);
        json.put("tierSeen", tierSeen);
        json.put("owner", owner);
        json.put("paged", paged);
        json.put("informed", informed);
        json.put("detectS", detectS);
        json.put("actS", actS);
        json.put("verifiedS", verifiedS);
        json.put("extra", extra);
        json.put("ok", ok());
        return json;
    }
}
