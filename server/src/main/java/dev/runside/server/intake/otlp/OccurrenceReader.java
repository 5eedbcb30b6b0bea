package dev.runside.server.intake.otlp;

import dev.runside.core.Ref;
import dev.runside.server.intake.Digest;
import dev.runside.server.intake.mapping.Speaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads from an export the spans or log records that some indicator of their hop counts. */
@Component
class OccurrenceReader {

    private final Origins origins;
    private final IndicatorIndex index;

    OccurrenceReader(Origins origins, IndicatorIndex index) {
        this.origins = origins;
        this.index = index;
    }

    <T> Reading read(Speaker speaker, Counting<T> counting, List<Told<T>> all) {
        List<Occurrence> occurrences = new ArrayList<>();
        var rejections = new Rejections();
        long seen = 0;
        long forbidden = 0;
        Set<Ref> hops = new HashSet<>();
        for (Told<T> told : all) {
            Origin origin = origins.of(speaker, told.resource(), true);
            int size = told.things().size();
            seen += size;
            if (origin.forbidden().isPresent()) {
                forbidden += size;
                rejections.add(
                        speaker.who() + " may not report on " + origin.forbidden().get(), size);
            } else {
                origin.subjects().stream().filter(Ref::onPath).forEach(hops::add);
                Map<String, List<Use>> uses = uses(counting, origin);
                if (!uses.isEmpty()) {
                    var one = new OneResource<>(speaker, counting, origin, told, uses, rejections);
                    occurrences.addAll(one.occurrences());
                }
            }
        }
        return new Reading(List.of(), occurrences, rejections, seen, forbidden, hops);
    }

    private Map<String, List<Use>> uses(Counting<?> counting, Origin origin) {
        Map<String, List<Use>> uses = new HashMap<>();
        for (String metric : counting.metrics()) {
            List<Use> concerned = index.uses(metric, origin.subjects());
            if (!concerned.isEmpty()) {
                uses.put(metric, concerned);
            }
        }
        return uses;
    }

    private record OneResource<T>(
            Speaker speaker,
            Counting<T> counting,
            Origin origin,
            Told<T> told,
            Map<String, List<Use>> uses,
            Rejections rejections) {

        List<Occurrence> occurrences() {
            List<Occurrence> occurrences = new ArrayList<>();
            for (T thing : told.things()) {
                Optional<String> fault = counting.fault(thing);
                if (fault.isPresent()) {
                    rejections.add(fault.get(), 1);
                } else {
                    add(thing, occurrences);
                }
            }
            return occurrences;
        }

        private void add(T thing, List<Occurrence> occurrences) {
            Counts counts = counting.counts(thing);
            Map<String, String> attributes =
                    Attributes.together(origin.attributes(), counting.attributes(thing));
            List<Match> matches = new ArrayList<>();
            uses.forEach((metric, concerned) ->
                    matches.addAll(
                            new Matching(metric, "s", rejections)
                                    .of(concerned, attributes, counts)));
            if (!matches.isEmpty()) {
                occurrences.add(
                        new Occurrence(
                                identity(thing), counting.timeNanos(thing), counts, matches));
            }
        }

        private long identity(T thing) {
            var digest = new Digest().add(speaker.who().toString());
            return counting.identify(digest, told.resource(), thing).bits();
        }
    }
}
