package dev.runside.server.intake.alertmanager;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller;
import dev.runside.server.access.Who;
import dev.runside.server.intake.alerts.Matcher;
import dev.runside.server.intake.alerts.Silence;
import dev.runside.server.intake.alerts.Silence.State;
import dev.runside.server.intake.alerts.Silences;
import dev.runside.server.intake.body.Bodies;
import dev.runside.server.intake.body.Bodies.Body;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Silences as amtool sets, lists and ends them. Who made one is said by the token. */
@RestController
@Allow({Who.SOURCE, Who.PERSON})
@RequestMapping(path = "/api/v2", produces = "application/json")
class SilencesEndpoint {

    private static final int MOST_BYTES = 256 * 1024;
    private static final Comparator<Silence> SOONEST = Comparator.comparing(Silence::endsAt);

    private final Bodies bodies;
    private final SilenceReader reader;
    private final Silences silences;
    private final ServerClock clock;

    SilencesEndpoint(Bodies bodies, SilenceReader reader, Silences silences, ServerClock clock) {
        this.bodies = bodies;
        this.reader = reader;
        this.silences = silences;
        this.clock = clock;
    }

    record Status(String state) {}

    record Listed(
            String id,
            Status status,
            Instant updatedAt,
            String comment,
            String createdBy,
            Instant endsAt,
            List<Matcher> matchers,
            Instant startsAt) {}

    @GetMapping("/silences")
    List<Listed> list(Caller caller, HttpServletRequest request) {
        List<Matcher> asked = Filter.matchers(request);
        Instant now = clock.instant();
        return silences.seenBy(caller).stream()
                .filter(silence -> silence.matchers().containsAll(asked))
                .sorted(
                        Comparator.comparing((Silence each) -> each.state(now))
                                .thenComparing(SOONEST))
                .map(silence -> listed(silence, now))
                .toList();
    }

    @PostMapping("/silences")
    Map<String, String> set(Caller caller, HttpServletRequest request) {
        try (Body body = bodies.read(request, MOST_BYTES)) {
            Silence wanted = reader.read(body.bytes(), caller, clock.instant());
            return Map.of("silenceID", set(caller, wanted).toString());
        }
    }

    @GetMapping("/silence/{id}")
    Listed one(Caller caller, @PathVariable String id) {
        return listed(find(caller, uuid(id)), clock.instant());
    }

    @DeleteMapping("/silence/{id}")
    void end(Caller caller, @PathVariable String id) {
        Silence silence = changeable(caller, uuid(id));
        if (silence.state(clock.instant()) == State.EXPIRED) {
            throw Problem.of(
                    ErrorCode.INVALID_INPUT, "silence " + silence.id() + " already expired");
        }
        silences.end(caller, silence);
    }

    /**
     * One that is changed in more than its end and its comment gets another id, as Alertmanager has
     * it.
     */
    private UUID set(Caller caller, Silence wanted) {
        if (!reader.isNew(wanted)) {
            Silence before = changeable(caller, wanted.id());
            Instant now = clock.instant();
            boolean same =
                    before.state(now) != State.EXPIRED
                            && before.matchers().equals(wanted.matchers());
            if (same) {
                silences.set(caller, reader.goingOn(before, wanted, now));
                return before.id();
            }
            if (before.state(now) != State.EXPIRED) {
                silences.end(caller, before);
            }
        }
        Silence fresh = reader.fresh(wanted);
        silences.set(caller, fresh);
        return fresh.id();
    }

    private Silence changeable(Caller caller, UUID id) {
        Silence silence = find(caller, id);
        if (!Silences.mayChange(caller, silence)) {
            throw Problem.of(ErrorCode.NOT_ALLOWED, "this silence is not this source's own");
        }
        return silence;
    }

    private Silence find(Caller caller, UUID id) {
        return silences.seenBy(caller).stream()
                .filter(silence -> silence.id().equals(id))
                .findFirst()
                .orElseThrow(SilenceReader::unknown);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw Problem.of(
                    ErrorCode.INVALID_INPUT, "silenceID in path must be of type uuid: " + id);
        }
    }

    private static Listed listed(Silence silence, Instant now) {
        return new Listed(
                silence.id().toString(),
                new Status(silence.state(now).name().toLowerCase(Locale.ROOT)),
                silence.updatedAt(),
                silence.comment(),
                silence.createdBy(),
                silence.endsAt(),
                silence.matchers(),
                silence.startsAt());
    }
}
