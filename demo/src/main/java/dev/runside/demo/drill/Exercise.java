package dev.runside.demo.drill;

import dev.runside.demo.fault.Fault;
import dev.runside.demo.fault.Faults;
import dev.runside.demo.launch.Demo;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One fault: broken, seen, healed by the runbook or by the person who was paged, calm again. */
final class Exercise {

    private static final Duration TO_DETECT = Duration.ofSeconds(40);
    private static final Duration TO_ACT = Duration.ofSeconds(40);
    private static final Duration TO_UNDERSTAND = Duration.ofSeconds(40);
    private static final Duration TO_HEAL = Duration.ofSeconds(75);
    private static final Duration TO_CALM = Duration.ofSeconds(20);

    private final Demo demo;
    private final Sight sight;
    private final Patience patience;
    private final Expectation expected;
    private final Faults faults;

    Exercise(Demo demo, Sight sight, Patience patience, Expectation expected) {
        this.demo = demo;
        this.sight = sight;
        this.patience = patience;
        this.expected = expected;
        this.faults = new Faults(demo.site());
    }

    Row run() throws IOException, InterruptedException {
        Fault fault = expected.fault();
        Before before = Before.now(sight);
        faults.inject(fault);
        try {
            patience.until(TO_DETECT, () -> own(before).isPresent());
            if (expected.healsItself()) {
                patience.until(TO_HEAL, () -> holds(before, this::healed));
            } else {
                patience.until(TO_ACT, () -> paged(before).containsAll(expected.paged()));
                patience.until(TO_UNDERSTAND, () -> holds(before, this::understood));
                acknowledge(before);
            }
        } finally {
            faults.mend(fault);
        }
        if (!expected.healsItself()) {
            patience.until(TO_HEAL, () -> holds(before, this::recovered));
            resolve(before);
        }
        patience.until(
                TO_CALM, () -> before.newIncidents(sight).stream().noneMatch(SeenIncident::live));
        return new Judging(before, sight, expected, own(before)).row();
    }

    /** The row's own incident: the oldest new one that was not found to be part of another. */
    private Optional<SeenIncident> own(Before before) throws IOException, InterruptedException {
        List<SeenIncident> all = before.newIncidents(sight);
        return all.stream().filter(incident -> incident.mergedInto().isEmpty()).findFirst();
    }

    private Set<String> paged(Before before) throws IOException {
        return before.newPages(sight).stream()
                .filter(SeenPage::wakesSomebody)
                .flatMap(page -> page.to().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private interface Judgement {

        boolean of(SeenIncident incident);
    }

    private boolean holds(Before before, Judgement judgement)
            throws IOException, InterruptedException {
        return own(before).filter(judgement::of).isPresent();
    }

    private boolean healed(SeenIncident incident) {
        return !incident.live() && incident.verified().isPresent();
    }

    /** All the evidence is in: what it is, where it began, whom else it touches. */
    private boolean understood(SeenIncident incident) {
        return incident.facets().containsAll(expected.facets())
                && incident.seam().equals(expected.seam())
                && incident.suspectedAt().equals(expected.suspect())
                && incident.findingKinds().anyMatch(expected.symptom()::equals)
                && incident.informed().containsAll(expected.informed());
    }

    private boolean recovered(SeenIncident incident) {
        return !incident.state().equals("open");
    }

    private void acknowledge(Before before) throws IOException, InterruptedException {
        Optional<SeenIncident> incident = own(before);
        if (incident.isPresent()) {
            act(incident.get(), "ack", Map.of());
        }
    }

    private void resolve(Before before) throws IOException, InterruptedException {
        Optional<SeenIncident> incident = own(before).filter(SeenIncident::live);
        if (incident.isPresent()) {
            act(incident.get(), "resolve", Map.of("cause", expected.fault().description()));
        }
    }

    private void act(SeenIncident incident, String act, Map<String, String> body)
            throws IOException, InterruptedException {
        demo.as(expected.responder()).post("/api/v1/incidents/" + incident.id() + "/" + act, body);
    }
}
