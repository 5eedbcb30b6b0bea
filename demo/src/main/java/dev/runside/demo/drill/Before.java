package dev.runside.demo.drill;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What had been seen when a row began: all else is the row's own, or too much. */
record Before(Instant at, Set<String> incidents, Set<String> deliveries) {

    static Before now(Sight sight) throws IOException, InterruptedException {
        return new Before(
                Instant.now(),
                sight.incidents().stream().map(SeenIncident::id).collect(Collectors.toSet()),
                sight.pages().stream().map(SeenPage::delivery).collect(Collectors.toSet()));
    }

    /** Oldest first. */
    List<SeenIncident> newIncidents(Sight sight) throws IOException, InterruptedException {
        return sight.incidents().reversed().stream()
                .filter(incident -> !incidents.contains(incident.id()))
                .toList();
    }

    List<SeenPage> newPages(Sight sight) throws IOException {
        return sight.pages().stream()
                .filter(page -> !deliveries.contains(page.delivery()))
                .toList();
    }
}
