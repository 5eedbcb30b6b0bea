package dev.runside.server.intake.alertmanager;

import dev.runside.core.Ref;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.access.Who;
import dev.runside.server.intake.alerts.AlertBook;
import dev.runside.server.intake.alerts.Occurrence;
import dev.runside.server.intake.alerts.Silence;
import dev.runside.server.intake.alerts.Silences;
import dev.runside.server.intake.alerts.Tracked;
import dev.runside.server.storage.ServerClock;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The alerts that hold. A source sees its own, a person all. One that is no longer repeated is
 * still listed, with an annotation that says so: silence does not resolve.
 */
@RestController
@Allow({Who.SOURCE, Who.PERSON})
@RequestMapping(path = "/api/v2/alerts", produces = "application/json")
class AlertsList {

    private static final List<Map<String, String>> RECEIVERS =
            List.of(Map.of("name", Filter.RECEIVER));

    private static final Duration SOON = Duration.ofMinutes(5);

    private final AlertBook book;
    private final Silences silences;
    private final ServerClock clock;

    AlertsList(AlertBook book, Silences silences, ServerClock clock) {
        this.book = book;
        this.silences = silences;
        this.clock = clock;
    }

    record Status(String state, List<String> silencedBy, List<String> inhibitedBy) {}

    record Listed(
            Map<String, String> annotations,
            Instant endsAt,
            String fingerprint,
            List<Map<String, String>> receivers,
            Instant startsAt,
            Status status,
            Instant updatedAt,
            String generatorURL,
            Map<String, String> labels) {}

    record Group(Map<String, String> labels, Map<String, String> receiver, List<Listed> alerts) {}

    @GetMapping
    List<Listed> list(Caller caller, HttpServletRequest request) {
        Filter filter = Filter.of(request);
        Instant now = clock.instant();
        return seenBy(caller)
                .filter(each -> each.occurrence().open())
                .filter(each -> filter.asksFor(each.occurrence().labels(), silenced(each, now)))
                .map(each -> listed(each, now))
                .sorted(Comparator.comparing(Listed::fingerprint))
                .toList();
    }

    @GetMapping("/groups")
    List<Group> groups(Caller caller, HttpServletRequest request) {
        List<Listed> alerts = list(caller, request);
        return alerts.isEmpty()
                ? List.of()
                : List.of(new Group(Map.of(), RECEIVERS.getFirst(), alerts));
    }

    private Stream<Tracked> seenBy(Caller caller) {
        Stream<Tracked> all = book.all();
        return caller instanceof SourceCaller(Ref source, _, _)
                ? all.filter(each -> each.occurrence().source().equals(source))
                : all;
    }

    private boolean silenced(Tracked tracked, Instant now) {
        return !silences.over(tracked.occurrence(), now).isEmpty();
    }

    /** Of one that nobody repeats, Alertmanager's clients want to hear an end all the same. */
    private static Instant endsAt(Tracked tracked, Instant now) {
        return tracked.until().equals(Instant.MAX) ? now.plus(SOON) : tracked.until();
    }

    private Listed listed(Tracked tracked, Instant now) {
        Occurrence occurrence = tracked.occurrence();
        List<String> by =
                silences.over(occurrence, now).stream()
                        .map(Silence::id)
                        .map(Object::toString)
                        .toList();
        Map<String, String> annotations = new LinkedHashMap<>(occurrence.annotations().toMap());
        if (tracked.stale(now)) {
            annotations.put("stale", "not repeated since " + tracked.heardAt());
        }
        return new Listed(
                annotations,
                endsAt(tracked, now),
                occurrence.labels().fingerprint(),
                RECEIVERS,
                occurrence.startsAt(),
                new Status(by.isEmpty() ? "active" : "suppressed", by, List.of()),
                tracked.heardAt(),
                occurrence.generator(),
                occurrence.labels().toMap());
    }
}
