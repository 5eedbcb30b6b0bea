package dev.runside.bench.judge;

import dev.runside.core.locate.Departure;
import dev.runside.core.locate.Evidence;
import dev.runside.core.locate.Usual;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The median time of calls from one service to another, every minute, once as the caller and once
 * as the called measures it: the difference is the way between them.
 */
record EdgeTimes(List<Edge> edges) {

    static final EdgeTimes NONE = new EdgeTimes(List.of());

    /** Medians of histograms are told to a bucket's width, and to this many seconds. */
    private static final double BUCKET = 0.3;

    private static final double SECONDS = 0.005;
    private static final double MINUTE = 60;

    record Edge(
            String caller,
            String called,
            double[] callerTimes,
            double[] atCaller,
            double[] calledTimes,
            double[] atCalled) {}

    static EdgeTimes read(Path folder) {
        Table callers = Table.read(folder.resolve("source_50.csv"));
        Table called = Table.read(folder.resolve("destination_50.csv"));
        List<Edge> edges = new ArrayList<>();
        for (String name : callers.header().subList(2, callers.header().size())) {
            if (called.header().contains(name)) {
                String[] ends = name.split("_", 2);
                edges.add(
                        new Edge(
                                ends[0],
                                ends[1],
                                callers.numbers(1),
                                callers.numbers(callers.column(name)),
                                called.numbers(1),
                                called.numbers(called.column(name))));
            }
        }
        return new EdgeTimes(edges);
    }

    Map<String, Set<String>> calls() {
        Map<String, Set<String>> calls = new TreeMap<>();
        edges.forEach(edge ->
                calls.computeIfAbsent(edge.caller(), _ -> new TreeSet<>()).add(edge.called()));
        return calls;
    }

    Map<String, Set<String>> callers() {
        Map<String, Set<String>> callers = new TreeMap<>();
        edges.forEach(edge ->
                callers.computeIfAbsent(edge.called(), _ -> new TreeSet<>()).add(edge.caller()));
        return callers;
    }

    /** Seconds a second: a time is weighed by how often it is waited for. */
    List<Evidence> evidence(Window window, Pods pods) {
        List<Evidence> evidence = new ArrayList<>();
        for (Edge edge : edges) {
            double calls = pods.calls(edge.called(), window) / waysTo(edge.called());
            double[] way = way(edge);
            double late = excess(window, edge.callerTimes(), way);
            evidence.add(new Evidence.Way(edge.caller(), edge.called(), calls * late));
            double there = excess(window, edge.calledTimes(), edge.atCalled());
            evidence.add(new Evidence.Whole(edge.called(), calls * there));
            double waited = excess(window, edge.callerTimes(), edge.atCaller());
            evidence.add(new Evidence.Waits(edge.caller(), edge.called(), calls * waited));
        }
        return evidence;
    }

    /** Nobody counts the calls of a way: its share is that of the others to the same place. */
    private long waysTo(String called) {
        return edges.stream().filter(edge -> edge.called().equals(called)).count();
    }

    private static double excess(Window window, double[] times, double[] values) {
        double[] before = window.before(times, values);
        double level = before.length == 0 ? 0 : Math.abs(Usual.quantile(before, 0.5));
        return Departure.ofSeries(
                        before, window.since(times, values), Math.max(BUCKET * level, SECONDS))
                .filter(Departure::rose)
                .map(Departure::excess)
                .orElse(0.0);
    }

    private static double[] way(Edge edge) {
        Map<Long, Double> there = new TreeMap<>();
        IntStream.range(0, edge.calledTimes().length)
                .forEach(at -> there.put(minute(edge.calledTimes()[at]), edge.atCalled()[at]));
        return IntStream.range(0, edge.callerTimes().length)
                .mapToDouble(at ->
                        edge.atCaller()[at]
                                - there.getOrDefault(minute(edge.callerTimes()[at]), Double.NaN))
                .toArray();
    }

    private static long minute(double time) {
        return Math.round(time / MINUTE);
    }
}
