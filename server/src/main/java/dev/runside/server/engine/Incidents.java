package dev.runside.server.engine;

import dev.runside.core.learn.Backtest;
import dev.runside.core.page.Page;
import dev.runside.core.run.Deed;
import dev.runside.core.run.Run;
import dev.runside.core.state.Entry;
import dev.runside.core.state.Line;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of incidents, for everybody who shows it. */
@Component
public class Incidents {

    private final JdbcClient database;

    Incidents(JdbcClient database) {
        this.database = database;
    }

    /** An incident with all that belongs to it, in the order it happened. */
    public record Whole(
            Incident incident,
            List<Line> lines,
            List<Finding> findings,
            List<Run> runs,
            List<Deed> deeds,
            List<Page> pages) {}

    /**
     * Newest first.
     *
     * @param states which states; empty for all
     * @param before only numbers below this one
     */
    public List<Incident> list(Set<Incident.State> states, long before, int limit) {
        return database.sql(
                        """
                        select body from incident
                        where number < :before and (:all or state = any(:states))
                        order by number desc limit :limit
                        """)
                .param("before", before)
                .param("all", states.isEmpty())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> (Incident) EntryJson.read("Incident", row.getString("body")))
                .list();
    }

    /** By identifier, or by number, with or without its #. */
    public Optional<Whole> find(String idOrNumber) {
        String number = idOrNumber.replaceFirst("^#", "");
        return database.sql("select body from incident where id = :id or number = :number")
                .param("id", idOrNumber)
                .param("number", number.matches("\\d{1,18}") ? Long.parseLong(number) : -1L)
                .query((row, _) -> (Incident) EntryJson.read("Incident", row.getString("body")))
                .optional()
                .map(this::whole);
    }

    private Whole whole(Incident incident) {
        List<Entry> parts = new ArrayList<>();
        database.sql("select type, body from incident_part where incident = :incident")
                .param("incident", incident.id())
                .query(row -> {
                    parts.add(EntryJson.read(row.getString("type"), row.getString("body")));
                });
        return new Whole(
                incident,
                lines(incident.id()),
                of(parts, Finding.class, Comparator.comparing(Finding::detectedAt)),
                of(parts, Run.class, Comparator.comparing(run -> run.times().startedAt())),
                of(parts, Deed.class, Comparator.comparing(Deed::id)),
                of(parts, Page.class, Comparator.comparing(Page::id)));
    }

    /** What a runbook may be tried on: those that opened since then, oldest first. */
    public List<Backtest.Past> since(Instant start, int atMost) {
        SequencedMap<String, Incident> incidents = new LinkedHashMap<>();
        database.sql(
                        """
                        select body from incident where opened_at >= :start order by number desc limit :most
                        """)
                .param("start", EstateStore.at(start))
                .param("most", atMost)
                .query(row -> {
                    Incident incident =
                            (Incident) EntryJson.read("Incident", row.getString("body"));
                    if (incident.mergedInto().isEmpty()) {
                        incidents.putFirst(incident.id(), incident);
                    }
                });
        Map<String, List<Entry>> parts = new HashMap<>();
        database.sql(
                        """
                        select incident, type, body from incident_part
                        where incident = any(:incidents) and type in ('Finding', 'Page')
                        """)
                .param("incidents", incidents.keySet().toArray(String[]::new))
                .query(row -> {
                    parts.computeIfAbsent(row.getString("incident"), _ -> new ArrayList<>())
                            .add(EntryJson.read(row.getString("type"), row.getString("body")));
                });
        return incidents.values().stream()
                .map(incident -> past(incident, parts.getOrDefault(incident.id(), List.of())))
                .toList();
    }

    /** Runs of incidents that opened since then. */
    public List<Run> runsSince(Instant start, int atMost) {
        return database.sql(
                        """
                        select part.body from incident_part part join incident on incident.id = part.incident
                        where part.type = 'Run' and incident.opened_at >= :start
                        order by incident.number desc limit :most
                        """)
                .param("start", EstateStore.at(start))
                .param("most", atMost)
                .query((row, _) -> (Run) EntryJson.read("Run", row.getString("body")))
                .list();
    }

    private static Backtest.Past past(Incident incident, List<Entry> parts) {
        boolean paged =
                parts.stream()
                        .anyMatch(part -> part instanceof Page page && page.sentAt().isPresent());
        return new Backtest.Past(
                incident,
                of(parts, Finding.class, Comparator.comparing(Finding::detectedAt)),
                paged);
    }

    /** As it happened by the clocks that saw it; of one instant, as it was written down. */
    private List<Line> lines(String incident) {
        return database.sql(
                        "select time, at, kind, text from incident_line where incident = :incident order by time, id")
                .param("incident", incident)
                .query((row, _) ->
                        new Line(
                                incident,
                                EstateStore.at(row.getTimestamp("time")),
                                EstateStore.at(row.getTimestamp("at")),
                                row.getString("kind"),
                                row.getString("text")))
                .list();
    }

    private static <E extends Entry> List<E> of(
            List<Entry> parts, Class<E> type, Comparator<E> order) {
        return parts.stream().filter(type::isInstance).map(type::cast).sorted(order).toList();
    }
}
