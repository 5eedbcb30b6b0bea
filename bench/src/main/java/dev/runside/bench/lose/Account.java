package dev.runside.bench.lose;

import dev.runside.bench.rig.Stored;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was acknowledged against what is stored.
 *
 * @param kills of the server, those with its PostgreSQL among them
 * @param withDatabase kills of both
 * @param sentAgain requests that were not acknowledged the first time
 */
record Account(
        int kills,
        int withDatabase,
        Map<Said, Integer> acknowledged,
        long sentAgain,
        long lost,
        long doubled) {

    static Account of(Senders senders, Stored stored, int kills, int withDatabase)
            throws IOException {
        Map<Said, Integer> acknowledged = new LinkedHashMap<>();
        long lost = 0;
        long doubled = 0;
        for (Said said : Said.values()) {
            Set<String> ids = senders.acknowledged(said);
            Map<String, Long> there = stored.counts(said.stored);
            acknowledged.put(said, ids.size());
            lost += ids.stream().filter(id -> there.getOrDefault(id, 0L) == 0).count();
            doubled += there.values().stream().filter(times -> times > 1).count();
        }
        return new Account(kills, withDatabase, acknowledged, senders.sentAgain(), lost, doubled);
    }

    boolean ok() {
        return lost == 0 && doubled == 0;
    }

    long acknowledgedInAll() {
        return acknowledged.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** One line. */
    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bench", "lose");
        json.put("ok", ok());
        json.put("kills", kills);
        json.put("withDatabase", withDatabase);
        json.put("acknowledged", acknowledgedInAll());
        acknowledged.forEach((said, ids) -> json.put(said.name().toLowerCase(Locale.ROOT), ids));
        json.put("sentAgain", sentAgain);
        json.put("lost", lost);
        json.put("doubled", doubled);
        return JsonMapper.shared().writeValueAsString(json);
    }
}
