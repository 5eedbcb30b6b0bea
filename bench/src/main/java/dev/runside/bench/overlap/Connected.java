package dev.runside.bench.overlap;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Graph;
import dev.runside.core.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The usual way: what fires within five minutes of what it is connected with is one with it. Its
 * cause is the hop that spoke first.
 */
final class Connected {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Graph graph;
    private final List<List<Signal>> groups = new ArrayList<>();

    private Connected(Graph graph) {
        this.graph = graph;
    }

    static List<Score.Group> groups(Graph graph, List<Signal> signals) {
        Connected connected = new Connected(graph);
        signals.stream()
                .filter(signal -> signal.attribute("state").equals("firing"))
                .forEach(connected::add);
        return connected.groups.stream().map(Connected::group).toList();
    }

    private void add(Signal signal) {
        List<Signal> joined = new ArrayList<>();
        groups.removeIf(group -> {
            boolean belongs = group.stream().anyMatch(other -> near(signal, other));
            if (belongs) {
                joined.addAll(group);
            }
            return belongs;
        });
        joined.add(signal);
        groups.add(joined);
    }

    private boolean near(Signal signal, Signal other) {
        Ref here = signal.subject().orElseThrow();
        Ref there = other.subject().orElseThrow();
        return Duration.between(other.time(), signal.time()).compareTo(WINDOW) <= 0
                && (here.equals(there)
                        || graph.dependsOn(here, there)
                        || graph.dependsOn(there, here));
    }

    private static Score.Group group(List<Signal> signals) {
        Set<String> ids = new HashSet<>();
        signals.forEach(signal -> ids.add(signal.id()));
        List<Ref> inTime =
                signals.stream().map(signal -> signal.subject().orElseThrow()).distinct().toList();
        return new Score.Group(ids, inTime);
    }
}
