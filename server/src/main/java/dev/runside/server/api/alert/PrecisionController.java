package dev.runside.server.api.alert;

import dev.runside.core.Ref;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.engine.Firings;
import dev.runside.server.problem.Input;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The precision of each alert. */
@RestController
class PrecisionController {

    private static final int MOST = 200;
    private static final int MOST_DAYS = 366;
    private static final long FURTHEST = 1_000_000;

    private final Firings firings;
    private final ServerClock clock;

    PrecisionController(Firings firings, ServerClock clock) {
        this.firings = firings;
        this.clock = clock;
    }

    /**
     * @param precision of its incidents that are over, the share on which somebody acted; absent
     *     where none is
     */
    record Alert(
            String kind,
            String name,
            Ref subject,
            long fired,
            long incidents,
            long acted,
            long nobody,
            long open,
            @Nullable Double precision,
            Instant lastFiredAt) {}

    /**
     * @param next what to give as {@code after} for the page that follows; absent on the last one
     */
    record Page(List<Alert> items, @Nullable Long next) {}

    /** Those that most often fired for nothing first. */
    @Allow(Who.PERSON)
    @GetMapping(path = "/api/v1/alerts/precision", produces = "application/json")
    Page precision(
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") long after) {
        within("days", days, 1, MOST_DAYS);
        within("limit", limit, 1, MOST);
        within("after", after, 0, FURTHEST);
        Instant since = clock.instant().minus(Duration.ofDays(days));
        List<Firings.Told> told = firings.noisiest(since, limit + 1, after);
        return new Page(
                told.stream().limit(limit).map(PrecisionController::alert).toList(),
                told.size() > limit ? after + limit : null);
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw Input.wrong(name, "must be from " + least + " to " + most);
        }
    }

    private static Alert alert(Firings.Told told) {
        return new Alert(
                told.kind(),
                told.name(),
                told.subject(),
                told.fired(),
                told.incidents(),
                told.acted(),
                told.nobody(),
                told.open(),
                told.precision().orElse(null),
                told.lastAt());
    }
}
