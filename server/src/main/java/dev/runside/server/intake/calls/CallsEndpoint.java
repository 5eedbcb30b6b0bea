package dev.runside.server.intake.calls;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.catalog.Catalogs;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls that are seen and not declared, each with the line that would declare it. */
@RestController
@Allow(Who.PERSON)
class CallsEndpoint {

    private final SeenCalls calls;
    private final Catalogs catalogs;

    CallsEndpoint(SeenCalls calls, Catalogs catalogs) {
        this.calls = calls;
        this.catalogs = catalogs;
    }

    record Undeclared(
            Ref from, Ref to, long count, Instant firstSeen, Instant lastSeen, String proposal) {}

    record UndeclaredList(List<Undeclared> items) {}

    /** At most a thousand; the most often seen first. */
    @GetMapping(path = "/api/v1/intake/calls", produces = "application/json")
    UndeclaredList undeclared() {
        Catalog catalog = catalogs.current();
        return new UndeclaredList(
                calls.undeclared().stream()
                        .map(seen ->
                                new Undeclared(
                                        seen.call().from(),
                                        seen.call().to(),
                                        seen.count(),
                                        seen.firstSeen(),
                                        seen.lastSeen(),
                                        proposal(catalog, seen.call().from(), seen.call().to())))
                        .toList());
    }

    private static String proposal(Catalog catalog, Ref from, Ref to) {
        String path = "path: [" + from + ", " + to + "]";
        return catalog.flows().values().stream()
                .filter(flow -> flow.path().getLast().equals(from))
                .findFirst()
                .map(flow -> atTheEnd(flow, to))
                .orElse("in the spec of a Flow: " + path);
    }

    private static String atTheEnd(Flow flow, Ref to) {
        List<String> path =
                java.util.stream.Stream.concat(flow.path().stream(), java.util.stream.Stream.of(to))
                        .map(Ref::toString)
                        .toList();
        return "in the spec of Flow %s: path: [%s]"
                .formatted(flow.ref().name(), String.join(", ", path));
    }
}
