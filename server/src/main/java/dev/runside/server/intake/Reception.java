package dev.runside.server.intake;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.watch.feed.Derived;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.intake.log.Entry;
import dev.runside.server.intake.log.ReportedSamples;
import dev.runside.server.intake.log.Rows;
import dev.runside.server.intake.log.SignalWriter;
import dev.runside.server.intake.mapping.Meaning;
import dev.runside.server.intake.mapping.Speaker;
import dev.runside.server.intake.mapping.SubjectMapping;
import dev.runside.server.intake.mapping.UnmappedNames;
import dev.runside.server.intake.source.SourceCondition;
import dev.runside.server.intake.source.SourceFaults;
import dev.runside.server.intake.tally.SourceTally;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.ItemError;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks of each draft what it is about and whether its sender may say so, and has it stored. */
@Component
public class Reception {

    private final SubjectMapping mapping;
    private final UnmappedNames unmapped;
    private final SignalWriter writer;
    private final ServerClock clock;
    private final SourceFaults faults;
    private final SourceTally tally;
    private final Catalogs catalogs;
    private final ReportedSamples reported;

    Reception(
            SubjectMapping mapping,
            UnmappedNames unmapped,
            SignalWriter writer,
            ServerClock clock,
            SourceFaults faults,
            SourceTally tally,
            Catalogs catalogs,
            ReportedSamples reported) {
        this.mapping = mapping;
        this.unmapped = unmapped;
        this.writer = writer;
        this.clock = clock;
        this.faults = faults;
        this.tally = tally;
        this.catalogs = catalogs;
        this.reported = reported;
    }

    /** All of it, or a problem and nothing. Returns when it is durable. */
    public Receipt take(Speaker speaker, List<Draft> drafts) {
        return take(speaker, drafts, Rows.none());
    }

    /** As above, with rows that stand or fall with the signals. */
    public Receipt take(Speaker speaker, List<Draft> said, Rows<?> rows) {
        MetricFit fit = new MetricFit(catalogs.current());
        fit.check(said);
        List<Draft> drafts = said.stream().map(fit::about).toList();
        List<Meaning> meanings = drafts.stream().map(draft -> meaning(speaker, draft)).toList();
        refuseForbidden(speaker, meanings);
        return store(speaker, drafts, meanings, rows);
    }

    /** What a draft is about, and whether the speaker may say so. */
    public Meaning meaning(Speaker speaker, Draft draft) {
        return mapping.of(speaker, draft.subject(), draft.names());
    }

    private Receipt store(
            Speaker speaker, List<Draft> drafts, List<Meaning> meanings, Rows<?> rows) {
        Instant now = clock.instant();
        Duration ahead = clock.ahead();
        List<Signal> signals = new ArrayList<>(drafts.size());
        for (int at = 0; at < drafts.size(); at++) {
            signals.add(signal(speaker.who(), drafts.get(at).later(ahead), meanings.get(at), now));
        }
        if (!reported.admit(speaker.who(), signals)) {
            faults.met(
                    speaker.who(),
                    SourceCondition.TOO_MANY_SERIES,
                    speaker.who()
                            + " has "
                            + Derived.MOST
                            + " metrics that no indicator counts already; define indicators for those that matter");
        }
        boolean nothing = signals.isEmpty() && rows.rows().isEmpty();
        int fresh = nothing ? 0 : writer.write(Entry.of(signals, rows));
        tellClock(speaker.who(), signals, now);
        count(speaker.who(), meanings);
        tally.reports(speaker.who(), drafts.size());
        return new Receipt(fresh, drafts.size() - fresh);
    }

    /** What says that its source's clock runs ahead. */
    public void tellClock(Ref source, List<Signal> signals, Instant now) {
        signals.stream()
                .filter(signal -> signal.time().isAfter(now.plus(Signal.AHEAD)))
                .findFirst()
                .ifPresent(signal ->
                        faults.met(
                                source,
                                SourceCondition.CLOCK_AHEAD,
                                SourceCondition.clockAhead(
                                        source.toString(), Duration.between(now, signal.time()))));
    }

    /** What says that its source's clock runs behind. */
    public void tellClockBehind(Ref source, Duration by) {
        faults.met(
                source,
                SourceCondition.CLOCK_BEHIND,
                SourceCondition.clockBehind(source.toString(), by));
    }

    private static void refuseForbidden(Speaker speaker, List<Meaning> meanings) {
        List<ItemError> errors = new ArrayList<>();
        for (int at = 0; at < meanings.size(); at++) {
            if (meanings.get(at) instanceof Meaning.Forbidden(Ref subject)) {
                errors.add(
                        new ItemError(
                                at, "subject", speaker.who() + " may not report on " + subject));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.of(
                            ErrorCode.NOT_ALLOWED,
                            errors.getFirst().detail() + "; nothing of the batch is stored.",
                            errors)
                    .withFix("Let a person give this source a token that speaks for it.");
        }
    }

    /** What was said and is not known is kept as an attribute, for the one who maps it later. */
    public static Signal signal(Ref source, Draft draft, Meaning meaning, Instant now) {
        Optional<Ref> subject =
                meaning instanceof Meaning.Known(Ref known) ? Optional.of(known) : Optional.empty();
        return new Signal(
                draft.id(),
                source,
                draft.time().orElse(now),
                now,
                draft.kind(),
                subject,
                draft.severity(),
                draft.title(),
                attributes(draft, meaning),
                fingerprint(source, draft, subject));
    }

    private static Map<String, String> attributes(Draft draft, Meaning meaning) {
        String unknown = meaning instanceof Meaning.Unmapped(String name) ? name : "";
        boolean change = draft.kind().startsWith("change-");
        if (unknown.isEmpty() && !change) {
            return draft.attributes();
        }
        Map<String, String> attributes = new HashMap<>(draft.attributes());
        if (!unknown.isEmpty()) {
            attributes.put("unmapped", unknown);
        }
        if (change) {
            attributes.put("change", ChangeName.of(draft));
        }
        return attributes;
    }

    private static String fingerprint(Ref source, Draft draft, Optional<Ref> subject) {
        return new Digest()
                .add(source.toString())
                .add(draft.kind())
                .add(subject.map(Ref::toString).orElse(""))
                .add(draft.condition())
                .hex();
    }

    /** To be called when it is stored. */
    public void count(Ref source, List<Meaning> meanings) {
        for (Meaning meaning : meanings) {
            switch (meaning) {
                case Meaning.Known(Ref subject) -> tally.about(source, subject);
                case Meaning.Unmapped(String name) -> unmapped.count(source, name, 1);
                case Meaning.Forbidden _ -> {}
            }
        }
    }
}
