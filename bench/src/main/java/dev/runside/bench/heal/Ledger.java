package dev.runside.bench.heal;

import dev.runside.bench.heal.fleet.Service;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was done to the services of one side, and which remedies followed on what. */
final class Ledger {

    private final List<Deed> deeds = new ArrayList<>();

    synchronized Deed add(Deed.Kind kind, Service service, Instant at) {
        Deed deed = new Deed(kind, service, at);
        deeds.add(deed);
        return deed;
    }

    synchronized List<Deed> of(Deed.Kind kind) {
        return deeds.stream().filter(deed -> deed.kind() == kind).toList();
    }

    /** A remedy belongs to the last thing that was done to its service before. */
    synchronized List<Instant> remediesOf(Deed deed) throws IOException {
        Instant end =
                deeds.stream()
                        .filter(other -> other.service().equals(deed.service()))
                        .map(Deed::at)
                        .filter(deed.at()::isBefore)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.MAX);
        return deed.service().remedies().all().stream()
                .filter(remedy -> !remedy.isBefore(deed.at()) && remedy.isBefore(end))
                .toList();
    }

    /** How many remedies followed on each kind of deed. */
    synchronized Map<Deed.Kind, Integer> remedies() throws IOException {
        Map<Deed.Kind, Integer> counts = new EnumMap<>(Deed.Kind.class);
        for (Deed.Kind kind : Deed.Kind.values()) {
            counts.put(kind, 0);
        }
        for (Deed deed : deeds) {
            counts.merge(deed.kind(), remediesOf(deed).size(), Integer::sum);
        }
        return counts;
    }

    /** Remedies of services to which nothing had been done yet. */
    synchronized long unasked(List<Service> services) throws IOException {
        long count = 0;
        for (Service service : services) {
            Optional<Instant> first =
                    deeds.stream()
                            .filter(deed -> deed.service().equals(service))
                            .map(Deed::at)
                            .min(Comparator.naturalOrder());
            count +=
                    service.remedies().all().stream()
                            .filter(remedy -> remedy.isBefore(first.orElse(Instant.MAX)))
                            .count();
        }
        return count;
    }
}
