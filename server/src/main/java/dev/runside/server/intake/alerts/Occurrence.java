package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import dev.runside.server.intake.Digest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One occurrence of a condition, as it is stored.
 *
 * @param key source, identity and begin
 * @param unmapped the name under which its hop was looked for and not found; else empty
 * @param silencedBy the silence that kept it from becoming a finding
 * @param staleSince since when its source no longer repeats it, as it was told to the incident
 * @param until as of the message that this comes from; not stored
 */
public record Occurrence(
        UUID key,
        Ref source,
        LabelSet identity,
        LabelSet labels,
        LabelSet annotations,
        String generator,
        Instant startsAt,
        Optional<Instant> resolvedAt,
        Optional<Ref> subject,
        String unmapped,
        Optional<UUID> silencedBy,
        Optional<Instant> staleSince,
        Instant changedAt,
        Instant until) {

    static UUID key(Ref source, LabelSet identity, Instant startsAt) {
        Digest digest = new Digest().add(source.toString());
        identity.forEach((name, value) -> digest.add(name).add(value));
        return sortedBy(startsAt, digest.add(startsAt.toString()).uuid());
    }

    /** What begins at about one time lies together in the index: the first 48 bits are the time. */
    private static UUID sortedBy(Instant time, UUID digest) {
        long rest = digest.getMostSignificantBits() & 0xffff;
        return new UUID(time.toEpochMilli() << 16 | rest, digest.getLeastSignificantBits());
    }

    public boolean open() {
        return resolvedAt.isEmpty();
    }

    /** Labels that are the identity are kept once. */
    long characters() {
        long other = labels.equals(identity) ? 0 : labels.characters();
        return identity.characters() + other + annotations.characters() + generator.length();
    }

    boolean saysTheSame(AlertUpdate update) {
        return annotations.equals(update.annotations()) && generator.equals(update.generator());
    }

    /** Heard again, with these words. */
    Occurrence saying(AlertUpdate update, Instant now) {
        return new Occurrence(
                key,
                source,
                identity,
                update.labels(),
                update.annotations(),
                update.generator(),
                startsAt,
                resolvedAt,
                subject,
                unmapped,
                silencedBy,
                Optional.empty(),
                now,
                update.until());
    }

    Occurrence resolved(Instant at, Instant now) {
        return with(Optional.of(at), subject, unmapped, silencedBy, Optional.empty(), now);
    }

    Occurrence about(Optional<Ref> mappedTo, String notFound) {
        return with(resolvedAt, mappedTo, notFound, silencedBy, staleSince, changedAt);
    }

    Occurrence raised(Instant now) {
        return with(resolvedAt, subject, unmapped, Optional.empty(), Optional.empty(), now);
    }

    /** No longer repeated since. */
    Occurrence stale(Instant since, Instant now) {
        return with(resolvedAt, subject, unmapped, silencedBy, Optional.of(since), now);
    }

    /** What Runside knows of it beside what its source said. */
    private Occurrence with(
            Optional<Instant> resolved,
            Optional<Ref> about,
            String notFound,
            Optional<UUID> silenced,
            Optional<Instant> stale,
            Instant changed) {
        return new Occurrence(
                key,
                source,
                identity,
                labels,
                annotations,
                generator,
                startsAt,
                resolved,
                about,
                notFound,
                silenced,
                stale,
                changed,
                until);
    }
}
