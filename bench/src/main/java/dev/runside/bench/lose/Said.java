package dev.runside.bench.lose;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The ways in which something is said. Each item has an id of its sender's. */
enum Said {
    SIGNALS(
            "/api/v1/signals",
            202,
            "select id, count(*) from signal where source = 'source:load' and kind = 'note' group by id"),
    TICKETS(
            "/api/v1/tickets",
            202,
            "select id, count(*) from signal where source = 'source:load' and kind = 'ticket' group by id"),
    ALERTS(
            "/api/v2/alerts",
            200,
            """
            select coalesce(told.id, kept.id), greatest(coalesce(told.times, 0), coalesce(kept.times, 0))
                   * case when told.times is null or kept.times is null then 0 else 1 end
              from (select attributes ->> 'instance' as id, count(*) as times from signal
                     where source = 'source:load' and kind like 'alert%' group by 1) told
              full join (select identity ->> 'instance' as id, count(*) as times from alert
                     where source = 'source:load' group by 1) kept on told.id = kept.id
            """);

    private static final Instant BEGAN = Instant.now().minusSeconds(60);

    final String path;

    /** The status that acknowledges. */
    final int accepted;

    /** How often each id is stored; an alert that is not both told and kept is stored no time. */
    final String stored;

    Said(String path, int accepted, String stored) {
        this.path = path;
        this.accepted = accepted;
        this.stored = stored;
    }

    /** One request; the same ids make the same body. */
    String body(List<String> ids) {
        return JsonMapper.shared().writeValueAsString(ids.stream().map(this::item).toList());
    }

    private Map<String, Object> item(String id) {
        return switch (this) {
            case SIGNALS -> Map.of("id", id, "kind", "note", "subject", "hop:mail/relay");
            case TICKETS ->
                    Map.of("id", id, "product", "mail", "title", "No mail since this morning");
            case ALERTS ->
                    Map.of(
                            "labels",
                            Map.of("alertname", "MailsWait", "service", "relay", "instance", id),
                            "startsAt",
                            BEGAN.toString());
        };
    }
}
