package dev.runside.server.web.now;

import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Incident.State;
import dev.runside.core.triage.Tier;
import dev.runside.server.engine.Incidents;
import dev.runside.server.web.now.NowView.Healed;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.Span;
import dev.runside.server.web.words.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What healed without anybody: routine incidents, closed against their runbook. */
@Component
class HealedLately {

    private static final Duration LATELY = Duration.ofHours(24);
    private static final int LOOKED_AT = 200;

    private final Incidents incidents;

    HealedLately(Incidents incidents) {
        this.incidents = incidents;
    }

    List<Healed> before(Situation situation) {
        Instant bound = situation.now().minus(LATELY);
        Names names = new Names(situation.catalog());
        return incidents.list(Set.of(State.CLOSED), Long.MAX_VALUE, LOOKED_AT).stream()
                .filter(incident -> byItself(incident, bound))
                .map(incident -> row(incident, names, situation.now()))
                .toList();
    }

    private static boolean byItself(Incident incident, Instant bound) {
        return incident.judgement().tier() == Tier.ROUTINE
                && incident.mergedInto().isEmpty()
                && incident.times().closedAt().filter(bound::isBefore).isPresent();
    }

    private static Healed row(Incident incident, Names names, Instant now) {
        Instant closed = incident.times().closedAt().orElseThrow();
        return new Healed(
                incident.number(),
                Prose.of(incident.judgement().title(), names),
                "in " + Span.exact(incident.times().lasted().orElseThrow()),
                new Stamp(closed, now));
    }
}
