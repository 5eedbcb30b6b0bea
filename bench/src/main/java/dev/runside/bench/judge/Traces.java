package dev.runside.bench.judge;

import dev.runside.core.locate.Departure;
import dev.runside.core.locate.Evidence;
import dev.runside.core.locate.OwnTimes;
import dev.runside.core.locate.OwnTimes.OwnTime;
import dev.runside.core.locate.Span;
import dev.runside.core.locate.Usual;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What spans took themselves, by place, operation and the place they called. */
record Traces(Map<Kind, List<OwnTime>> byKind) {

    static final Traces NONE = new Traces(Map.of());

    private static final double NANOS = 1e9;

    /** A time is told to this share and to this many seconds. */
    private static final double SHARE = 0.1;

    private static final double SECONDS = 0.0001;

    record Kind(String place, String operation, String peer) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            return toString().compareTo(other.toString());
        }
    }

    static Traces read(Path folder) {
        Map<Kind, List<OwnTime>> byKind = new TreeMap<>();
        try (var files = Files.newDirectoryStream(folder, "*_trace.csv")) {
            for (Path file : files) {
                for (OwnTime time : OwnTimes.of(spans(Table.read(file)))) {
                    Span span = time.span();
                    byKind.computeIfAbsent(
                                    new Kind(
                                            span.place(), span.operation(), time.peer().orElse("")),
                                    _ -> new ArrayList<>())
                            .add(time);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Traces(byKind);
    }

    private static List<Span> spans(Table table) {
        int start = table.column("StartTimeUnixNano");
        int end = table.column("EndTimeUnixNano");
        int pod = table.column("PodName");
        int operation = table.column("OperationName");
        return table.rows().stream()
                .map(row ->
                        new Span(
                                row[0],
                                row[1],
                                row[2],
                                Pods.service(row[pod]),
                                row[operation],
                                Long.parseLong(row[start]) / NANOS,
                                Long.parseLong(row[end]) / NANOS))
                .toList();
    }

    List<Evidence> evidence(Window window) {
        List<Evidence> evidence = new ArrayList<>();
        byKind.forEach((kind, times) -> {
            double[] before = seconds(times, Double.NEGATIVE_INFINITY, window.from());
            double[] since = seconds(times, window.from(), window.to());
            double level = before.length == 0 ? 0 : Usual.quantile(before, 0.5);
            double resolution = Math.max(SHARE * level, SECONDS);
            Departure.ofEach(before, since, resolution)
                    .ifPresent(departure -> {
                        double amount = departure.rose() ? departure.excess() * since.length : 0;
                        evidence.add(
                                kind.peer().isEmpty()
                                        ? new Evidence.Own(kind.place(), amount)
                                        : new Evidence.Way(kind.place(), kind.peer(), amount));
                    });
        });
        return evidence;
    }

    private static double[] seconds(List<OwnTime> times, double from, double to) {
        return times.stream()
                .filter(time -> time.span().start() >= from && time.span().start() < to)
                .mapToDouble(OwnTime::seconds)
                .toArray();
    }
}
