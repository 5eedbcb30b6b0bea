package dev.runside.server.web.live;

import dev.runside.server.engine.EstateMoved;
import java.util.Set;
import java.util.TreeSet;

/** What a page may want to hear of. */
public final class Topics {

    /** Anything the engine decided: findings, pages, holds, agents. */
    public static final String ESTATE = "estate";

    /** Something was said about an incident. */
    public static final String INCIDENTS = "incidents";

    /** New definitions are in force. */
    public static final String CATALOG = "catalog";

    /** Another ten seconds of every indicator are counted. */
    public static final String METRICS = "metrics";

    private Topics() {}

    /** Something was said about this one. */
    public static String incident(String id) {
        return "incident:" + id;
    }

    /** What somebody may be waiting for at this moment. */
    static boolean urgent(String topic) {
        return !topic.equals(ESTATE) && !topic.equals(METRICS);
    }

    static Set<String> of(EstateMoved moved) {
        Set<String> topics = new TreeSet<>(Set.of(ESTATE));
        if (!moved.incidents().isEmpty()) {
            topics.add(INCIDENTS);
        }
        moved.incidents().forEach(id -> topics.add(incident(id)));
        return topics;
    }
}
