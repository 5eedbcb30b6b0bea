package dev.runside.server.api.incident;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.engine.Incidents;
import dev.runside.server.problem.Input;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents to read. */
@RestController
@Allow(Who.PERSON)
@RequestMapping(path = "/api/v1/incidents", produces = "application/json")
class IncidentsController {

    private static final int MOST = 200;

    private final Incidents incidents;
    private final IncidentLookup lookup;

    IncidentsController(Incidents incidents, IncidentLookup lookup) {
        this.incidents = incidents;
        this.lookup = lookup;
    }

    /**
     * @param next what to give as {@code after} for the page that follows; absent on the last one
     */
    record Page(List<IncidentDocument> items, @Nullable Long next) {}

    /** Newest first. */
    @GetMapping
    Page list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long after) {
        if (limit < 1 || limit > MOST) {
            throw Input.wrong("limit", "must be from 1 to " + MOST);
        }
        long before = after == null ? Long.MAX_VALUE : after;
        var found = incidents.list(StateFilter.of(state), before, limit + 1);
        List<IncidentDocument> items =
                found.stream()
                        .limit(limit)
                        .map(incident -> lookup.document(incident.id()))
                        .toList();
        return new Page(items, found.size() > limit ? items.getLast().number() : null);
    }

    /** By identifier or by number. */
    @GetMapping("/{id}")
    ResponseEntity<IncidentDocument> one(@PathVariable String id) {
        return lookup.answer(id);
    }
}
