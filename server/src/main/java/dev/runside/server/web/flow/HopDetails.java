package dev.runside.server.web.flow;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.core.watch.Bucket;
import dev.runside.server.watch.Readings;
import dev.runside.server.web.flow.FlowView.HopDetail;
import dev.runside.server.web.flow.FlowView.Measured;
import dev.runside.server.web.flow.FlowView.Wrong;
import dev.runside.server.web.picture.Gauge;
import dev.runside.server.web.picture.Trace;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.Stamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is known of one hop: its findings, its indicators, what is being changed. */
@Component
class HopDetails {

    private static final int WIDTH = 280;
    private static final int HEIGHT = 48;

    private final Readings readings;

    HopDetails(Readings readings) {
        this.readings = readings;
    }

    HopDetail of(Ref hop, HopCard card, Situation situation) {
        return new HopDetail(
                card,
                situation.findingsOf(hop).map(finding -> wrong(finding, situation)).toList(),
                indicators(hop, situation),
                situation.changes().stream()
                        .filter(change -> change.subject().equals(hop))
                        .map(change ->
                                "%s by %s: %s"
                                        .formatted(change.kind(), change.by(), change.summary()))
                        .toList());
    }

    static Wrong wrong(Finding finding, Situation situation) {
        Names names = new Names(situation.catalog());
        return new Wrong(
                Prose.of(finding.said(), names),
                names.label(finding.subject()),
                finding.incident().flatMap(situation::incident).map(Incident::number),
                finding.held().orElse(""),
                new Stamp(finding.startedAt(), situation.now()),
                Trace.of(finding.picture(), WIDTH, HEIGHT));
    }

    private List<Measured> indicators(Ref hop, Situation situation) {
        List<Indicator> own =
                situation.catalog().indicators().values().stream()
                        .filter(indicator -> indicator.subject().equals(hop))
                        .toList();
        Map<String, List<Bucket>> counted =
                readings.since(
                        own.stream().map(Indicator::name).toList(),
                        situation.now().minus(Gauge.SHOWN));
        return own.stream()
                .map(indicator ->
                        measured(
                                indicator,
                                Gauge.of(
                                        indicator,
                                        counted.getOrDefault(indicator.name(), List.of()),
                                        situation.now())))
                .toList();
    }

    private static Measured measured(Indicator indicator, Gauge gauge) {
        return new Measured(
                indicator.title(),
                indicator.layer().name().toLowerCase(Locale.ROOT),
                gauge.value(),
                gauge.unit(),
                indicator
                        .objective()
                        .map(aim ->
                                String.format(Locale.ROOT, "aim %s %%", Trace.number(aim * 100)))
                        .orElse(""),
                gauge.trace(WIDTH, HEIGHT));
    }
}
