package dev.runside.server.intake.mapping;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.problem.Input;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The names that sources say and the catalog does not know, each with what would mend it. */
@RestController
@Allow(Who.PERSON)
class UnmappedEndpoint {

    private static final int MOST = 1_000;

    private final UnmappedNames names;
    private final ServiceNames services;
    private final Catalogs catalogs;

    UnmappedEndpoint(UnmappedNames names, ServiceNames services, Catalogs catalogs) {
        this.names = names;
        this.services = services;
        this.catalogs = catalogs;
    }

    record Unmapped(
            String source,
            String name,
            long count,
            Instant firstSeen,
            Instant lastSeen,
            String proposal) {}

    record UnmappedList(List<Unmapped> items) {}

    @GetMapping(path = "/api/v1/intake/unmapped", produces = "application/json")
    UnmappedList unmapped(@RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Input.wrong("limit", "must be from 1 to " + MOST);
        }
        var proposals = new Proposals(catalogs.current());
        return new UnmappedList(
                names.heard(MOST).stream()
                        .filter(heard -> services.hopsOf(heard.name()).isEmpty())
                        .limit(limit)
                        .map(heard ->
                                new Unmapped(
                                        heard.source(),
                                        heard.name(),
                                        heard.count(),
                                        heard.firstSeen(),
                                        heard.lastSeen(),
                                        proposals.of(heard.name())))
                        .toList());
    }
}
