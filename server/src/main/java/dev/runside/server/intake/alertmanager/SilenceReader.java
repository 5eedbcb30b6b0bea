package dev.runside.server.intake.alertmanager;

import dev.runside.server.access.Caller;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.intake.alerts.Matcher;
import dev.runside.server.intake.alerts.Silence;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.body.Items;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads a postable silence. */
@Component
class SilenceReader {

    private static final UUID NEW = new UUID(0, 0);
    private static final int MOST_MATCHERS = 64;
    private static final int MOST = 4_000;

    private final Items items;

    SilenceReader(Items items) {
        this.items = items;
    }

    Silence read(byte[] body, Caller caller, Instant now) {
        Silence silence = items.first(body, item -> silence(item, caller, now));
        if (!silence.startsAt().isBefore(silence.endsAt())) {
            throw wrong("Failed to create silence: start time must be before end time");
        }
        if (silence.endsAt().isBefore(now)) {
            throw wrong("Failed to create silence: end time can't be in the past");
        }
        if (silence.matchers().stream().allMatch(Matcher::acceptsNothingSaid)) {
            throw wrong("silence invalid: at least one matcher must not match the empty string");
        }
        return silence;
    }

    boolean isNew(Silence silence) {
        return silence.id().equals(NEW);
    }

    Silence fresh(Silence wanted) {
        return with(UUID.randomUUID(), wanted, wanted.startsAt());
    }

    Silence goingOn(Silence before, Silence wanted, Instant now) {
        boolean begun = !before.startsAt().isAfter(now);
        return with(before.id(), wanted, begun ? before.startsAt() : wanted.startsAt());
    }

    static Problem unknown() {
        return Problem.of(ErrorCode.NOT_FOUND, "silence not found");
    }

    private static Silence silence(Item item, Caller caller, Instant now) {
        Instant startsAt = required(item, "startsAt", now);
        Optional<SourceCaller> source =
                caller instanceof SourceCaller only ? Optional.of(only) : Optional.empty();
        item.required("createdBy", MOST);
        return new Silence(
                id(item),
                source.map(SourceCaller::source),
                matchers(item),
                startsAt.isBefore(now) ? now : startsAt,
                required(item, "endsAt", now.plusSeconds(1)),
                now,
                caller.actor().ref(),
                item.required("comment", MOST));
    }

    private static UUID id(Item item) {
        String id = item.text("id", 100).orElse("");
        try {
            return id.isEmpty() ? NEW : UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw unknown();
        }
    }

    private static Instant required(Item item, String field, Instant otherwise) {
        if (!item.has(field)) {
            item.wrong(field, "is required");
        }
        return item.time(field).orElse(otherwise);
    }

    private static List<Matcher> matchers(Item item) {
        List<Item> given = item.objects("matchers", MOST_MATCHERS);
        if (given.isEmpty()) {
            item.wrong("matchers", "should have at least 1 items");
        }
        return given.stream().map(SilenceReader::matcher).toList();
    }

    private static Matcher matcher(Item item) {
        String name = item.required("name", MOST);
        String value = item.text("value", MOST).orElse("");
        boolean isRegex = item.truth("isRegex", false);
        boolean isEqual = item.truth("isEqual", true);
        try {
            return new Matcher(name, value, isRegex, isEqual);
        } catch (IllegalArgumentException e) {
            throw wrong("silence invalid: invalid label matcher: " + e.getMessage());
        }
    }

    private static Silence with(UUID id, Silence wanted, Instant startsAt) {
        return new Silence(
                id,
                wanted.source(),
                wanted.matchers(),
                startsAt,
                wanted.endsAt(),
                wanted.updatedAt(),
                wanted.createdBy(),
                wanted.comment());
    }

    private static Problem wrong(String why) {
        return Problem.of(ErrorCode.INVALID_INPUT, why);
    }
}
