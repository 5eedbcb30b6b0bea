package dev.runside.bench.judge;

import dev.runside.core.locate.Departure;
import dev.runside.core.locate.Evidence;
import dev.runside.core.locate.Usual;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the pods use and how often they are called, every minute, by the service they belong to. */
record Pods(Map<String, Pod> byService) {

    /** Of a limit: from here on it is used up. */
    private static final double EXHAUSTED = 60;

    private static final double PROCESSOR_RESOLUTION = 3;
    private static final double FEWEST_CALLS = 0.1;
    private static final double SILENT = 0.1;
    private static final double AS_EVER = 0.7;

    record Pod(double[] times, double[] processor, double[] calls) {}

    static Pods read(Path folder) {
        Map<String, Pod> pods = new TreeMap<>();
        try (var files = Files.newDirectoryStream(folder, "*_metric.csv")) {
            for (Path file : files) {
                Table table = Table.read(file);
                pods.put(
                        service(file.getFileName().toString().replace("_metric.csv", "")),
                        new Pod(
                                table.numbers(table.column("TimeStamp")),
                                table.numbers(table.column("CpuUsageRate(%)")),
                                table.numbers(table.column("PodWorkload(Ops)"))));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Pods(pods);
    }

    /** A pod's name without its replica set and its own five letters. */
    static String service(String pod) {
        return pod.replaceFirst("-[^-]+-[^-]+$", "");
    }

    /** Calls a second of a service, as they are now; 1 where nobody counts. */
    double calls(String service, Window window) {
        Pod pod = byService.get(service);
        double[] now = pod == null ? new double[0] : window.since(pod.times(), pod.calls());
        return now.length == 0 ? 1 : Math.max(Usual.quantile(now, 0.5), FEWEST_CALLS);
    }

    /**
     * @param callers who calls a service
     */
    List<Evidence> evidence(Window window, Map<String, Set<String>> callers) {
        List<Evidence> evidence = new ArrayList<>();
        byService.forEach((service, pod) -> {
            double[] now = window.since(pod.times(), pod.processor());
            Departure.ofSeries(
                            window.before(pod.times(), pod.processor()), now, PROCESSOR_RESOLUTION)
                    .filter(departure -> departure.rose() && departure.now() >= EXHAUSTED)
                    .ifPresent(_ -> evidence.add(new Evidence.Exhausted(service)));
            if (share(service, window) <= SILENT) {
                callers.getOrDefault(service, Set.of()).stream()
                        .filter(caller -> share(caller, window) >= AS_EVER)
                        .forEach(caller -> evidence.add(new Evidence.CallsNoMore(caller, service)));
            }
        });
        return evidence;
    }

    /** Of its usual calls, how many still come; NaN where nothing is usual. */
    private double share(String service, Window window) {
        Pod pod = byService.get(service);
        if (pod == null) {
            return Double.NaN;
        }
        double[] before = window.before(pod.times(), pod.calls());
        double[] now = window.since(pod.times(), pod.calls());
        if (before.length < Usual.FEWEST || now.length == 0) {
            return Double.NaN;
        }
        double usual = Usual.quantile(before, 0.5);
        return usual < FEWEST_CALLS ? Double.NaN : Usual.quantile(now, 0.5) / usual;
    }
}
