package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.server.access.ConnectedSources;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.Reception;
import dev.runside.server.intake.alerts.Judgement.Changed;
import dev.runside.server.intake.alerts.Judgement.Known;
import dev.runside.server.intake.alerts.Judgement.Refused;
import dev.runside.server.intake.log.Told;
import dev.runside.server.intake.mapping.Meaning;
import dev.runside.server.intake.mapping.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Judges what an update changes.
 *
 * <pre>
 *   firing    begin known, open ─► known (or its words changed, or its silence is over)
 *             begin known, over ─► known: an occurrence does not come back
 *             begin not known   ─► a new occurrence
 *   resolved  begin known, open ─► over
 *             no begin told     ─► all that are open are over
 *             not known         ─► one that came and went unheard
 * </pre>
 */
@Component
class Judge {

    private static final String ALERT = "alert";

    /** Kept, and judged by nobody. */
    private static final String SILENCED = "alert-silenced";

    /** It was firing before its source was connected: kept, and judged from its next change on. */
    static final String BEFORE = "alert-before";

    /** Of several at one time one is over: the condition holds. */
    private static final String IN_PART = "alert-over-in-part";

    private final Reception reception;
    private final Silences silences;
    private final ConnectedSources sources;

    Judge(Reception reception, Silences silences, ConnectedSources sources) {
        this.reception = reception;
        this.silences = silences;
        this.sources = sources;
    }

    Judgement judge(Speaker speaker, AlertUpdate update, Condition condition, Instant now) {
        Optional<Tracked> known = condition.meant(update);
        return update.firing()
                ? firing(speaker, update, known, now)
                : resolved(speaker, update, condition, known, now);
    }

    private Judgement firing(
            Speaker speaker, AlertUpdate update, Optional<Tracked> known, Instant now) {
        if (known.isEmpty()) {
            return begun(speaker, update, update.startsAt().orElse(now), now);
        }
        Tracked tracked = known.get();
        Occurrence occurrence = tracked.occurrence();
        if (!occurrence.open()) {
            return new Known();
        }
        tracked.hear(now, update.until());
        if (occurrence.silencedBy().isPresent()) {
            return unsilenced(occurrence, now);
        }
        if (occurrence.staleSince().isPresent()) {
            return repeated(occurrence.saying(update, now), now);
        }
        return occurrence.saysTheSame(update)
                ? new Known()
                : new Changed(List.of(), List.of(occurrence.saying(update, now)));
    }

    private static Changed repeated(Occurrence heard, Instant now) {
        return new Changed(
                List.of(told(heard, AlertDrafts.repeats(heard, "repeated", now), now)),
                List.of(heard));
    }

    /** Its source no longer repeats it, and has not said that it is over. */
    static Changed stale(Tracked silent, Instant now) {
        Occurrence stale = silent.occurrence().stale(silent.heardAt(), now);
        return new Changed(
                List.of(told(stale, AlertDrafts.repeats(stale, "stale", silent.heardAt()), now)),
                List.of(stale));
    }

    /** Raises what was silenced, when no silence covers it any longer. */
    Judgement unsilenced(Occurrence occurrence, Instant now) {
        if (silences.covering(occurrence.source(), occurrence.labels(), now).isPresent()) {
            return new Known();
        }
        Occurrence raised = occurrence.raised(now);
        return new Changed(
                List.of(told(raised, AlertDrafts.firing(raised, ALERT, "raised"), now)),
                List.of(raised));
    }

    Signal acknowledged(Occurrence occurrence, Instant now) {
        return signal(
                occurrence,
                AlertDrafts.firing(occurrence, "alert-acknowledged", "acknowledged"),
                now);
    }

    private Judgement begun(Speaker speaker, AlertUpdate update, Instant startsAt, Instant now) {
        Optional<UUID> silenced =
                update.firing()
                        ? silences.covering(speaker.who(), update.labels(), now).map(Silence::id)
                        : Optional.empty();
        Occurrence said = occurrence(speaker.who(), update, startsAt, silenced, now);
        Draft draft = draft(said);
        Meaning meaning = reception.meaning(speaker, draft);
        Optional<Occurrence> stored = meant(said, meaning);
        if (stored.isEmpty()) {
            return new Refused(((Meaning.Forbidden) meaning).subject());
        }
        reception.count(speaker.who(), List.of(meaning));
        Signal signal = signal(stored.get(), draft, now);
        Told told = update.firing() ? Told.byRow(stored.get().key(), signal) : Told.byId(signal);
        return new Changed(List.of(told), List.of(stored.get()));
    }

    private static Optional<Occurrence> meant(Occurrence occurrence, Meaning meaning) {
        return switch (meaning) {
            case Meaning.Known(Ref subject) ->
                    Optional.of(occurrence.about(Optional.of(subject), ""));
            case Meaning.Unmapped(String name) ->
                    Optional.of(occurrence.about(Optional.empty(), name));
            case Meaning.Forbidden _ -> Optional.empty();
        };
    }

    private Draft draft(Occurrence occurrence) {
        if (occurrence.resolvedAt().isPresent()) {
            return AlertDrafts.resolved(occurrence, ALERT, occurrence.resolvedAt().get());
        }
        return AlertDrafts.firing(occurrence, kind(occurrence), "firing");
    }

    private String kind(Occurrence occurrence) {
        if (occurrence.silencedBy().isPresent()) {
            return SILENCED;
        }
        boolean before = occurrence.startsAt().isBefore(sources.since(occurrence.source()));
        return before ? BEFORE : ALERT;
    }

    private Judgement resolved(
            Speaker speaker,
            AlertUpdate update,
            Condition condition,
            Optional<Tracked> known,
            Instant now) {
        Instant at = update.endedAt().orElse(now);
        if (known.isPresent()) {
            return known.get().occurrence().open()
                    ? over(known.get(), update, condition, at, now)
                    : new Known();
        }
        boolean saysNoBegin = update.startsAt().isEmpty();
        return saysNoBegin && !condition.occurrences().isEmpty()
                ? new Known()
                : begun(speaker, update, update.startsAt().orElse(at), now);
    }

    private Judgement over(
            Tracked ended, AlertUpdate update, Condition condition, Instant at, Instant now) {
        Occurrence resolved = ended.occurrence().resolved(at, now);
        List<Tracked> others =
                condition.open().stream().filter(each -> !each.equals(ended)).toList();
        boolean allEnd =
                update.startsAt().isEmpty() || others.stream().allMatch(each -> each.stale(now));
        List<Occurrence> rows = new ArrayList<>(List.of(resolved));
        if (allEnd) {
            others.forEach(each -> rows.add(each.occurrence().resolved(at, now)));
        }
        Draft draft = AlertDrafts.resolved(resolved, allEnd ? ALERT : IN_PART, at);
        return new Changed(List.of(told(resolved, draft, now)), rows);
    }

    private static Told told(Occurrence occurrence, Draft draft, Instant now) {
        return Told.byId(signal(occurrence, draft, now));
    }

    /** About what it was about when it began, whatever the catalog says by now. */
    private static Signal signal(Occurrence occurrence, Draft draft, Instant now) {
        Meaning meaning =
                occurrence
                        .subject()
                        .<Meaning>map(Meaning.Known::new)
                        .orElseGet(() -> new Meaning.Unmapped(occurrence.unmapped()));
        return Reception.signal(occurrence.source(), draft, meaning, now);
    }

    private static Occurrence occurrence(
            Ref source,
            AlertUpdate update,
            Instant startsAt,
            Optional<UUID> silenced,
            Instant now) {
        return new Occurrence(
                Occurrence.key(source, update.identity(), startsAt),
                source,
                update.identity(),
                update.labels(),
                update.annotations(),
                update.generator(),
                startsAt,
                update.endedAt(),
                Optional.empty(),
                "",
                silenced,
                Optional.empty(),
                now,
                update.until());
    }
}
