package dev.runside.core.state;

import dev.runside.core.Ref;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The working copy of one decision: reads see its own writes, the state below stays as it was. */
public final class Draft {

    private final EstateState state;
    private final Moment moment;
    private final Map<Place, @Nullable Entry> changed = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<AuditLine> audit = new ArrayList<>();
    private Optional<Decision.Refusal> refusal = Optional.empty();
    private int identifiers;

    private record Place(Class<? extends Entry> type, String key) {}

    Draft(EstateState state, Moment moment) {
        this.state = state;
        this.moment = moment;
    }

    public Instant now() {
        return moment.now();
    }

    public long epoch() {
        return moment.epoch();
    }

    public String newId(String prefix) {
        return moment.id(prefix, identifiers++);
    }

    public <E extends Entry> Optional<E> find(Class<E> type, String key) {
        Place place = new Place(type, key);
        @Nullable Entry entry =
                changed.containsKey(place) ? changed.get(place) : state.get(type, key);
        return Optional.ofNullable(entry).map(type::cast);
    }

    /** All entries of a type, oldest first. */
    public <E extends Entry> Stream<E> all(Class<E> type) {
        Map<String, E> seen = new LinkedHashMap<>();
        state.all(type).forEach(entry -> seen.put(entry.key(), type.cast(entry)));
        changed.forEach((place, entry) -> {
            if (place.type() == type && entry == null) {
                seen.remove(place.key());
            } else if (place.type() == type) {
                seen.put(place.key(), type.cast(entry));
            }
        });
        return new ArrayList<>(seen.values()).stream();
    }

    public <E extends Entry> E put(E entry) {
        changed.put(new Place(entry.getClass(), entry.key()), entry);
        return entry;
    }

    public void remove(Class<? extends Entry> type, String key) {
        changed.put(new Place(type, key), null);
    }

    public void tell(String incident, Instant time, String kind, String text) {
        lines.add(new Line(incident, time, now(), kind, text));
    }

    public void tell(String incident, String kind, String text) {
        tell(incident, now(), kind, text);
    }

    public void want(Effect effect) {
        effects.add(effect);
    }

    public void audit(Ref actor, String act, String target, String rule, String outcome) {
        audit.add(new AuditLine(actor, act, target, rule, outcome));
    }

    /** Turns the act down. What it had written so far is dropped, its audit lines stay. */
    public void refuse(Decision.Reason reason, String detail, String fix) {
        refusal = Optional.of(new Decision.Refusal(reason, detail, fix));
    }

    public Decision decision() {
        if (refusal.isPresent()) {
            return new Decision(List.of(), List.of(), List.of(), audit, refusal);
        }
        List<Write> writes = new ArrayList<>();
        changed.forEach((place, entry) ->
                writes.add(
                        entry == null
                                ? new Write.Remove(place.type(), place.key())
                                : new Write.Put(entry)));
        return new Decision(writes, lines, effects, audit, refusal);
    }
}
