package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Draft;
import java.time.Instant;
import java.util.List;

/**
 * What intake notices of the sources themselves: one that fell silent, a hop that is no longer
 * spoken of, a clock that runs ahead, more series than can be kept.
 */
final class SourceStates {

    static final String SILENT = "source-silent";
    static final String NO_DATA = "no-data";

    private SourceStates() {}

    static Finding finding(Signal signal, Instant now) {
        Ref subject = signal.subject().orElse(signal.source());
        String source = signal.attribute("source");
        String detail = subject.toString().equals(source) ? "" : source;
        return Finding.event(
                signal.attribute("condition"),
                subject,
                detail,
                Layer.MACHINERY,
                Function.PLATFORM,
                signal.judgedAt(),
                now,
                signal.title());
    }

    /** Keys of what is open because this source no longer speaks of it. */
    static List<String> missing(Draft draft, Ref source) {
        return draft.all(Finding.class)
                .filter(Finding::open)
                .filter(finding -> finding.kind().equals(NO_DATA))
                .map(Finding::key)
                .filter(key -> key.endsWith("#" + source))
                .toList();
    }
}
