package dev.runside.demo.drill;

import dev.runside.demo.fault.Fault;
import dev.runside.demo.launch.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every fault once, in an order drawn from the seed, between two quiet minutes; then, where all is
 * wanted, the one that a runbook is learnt of.
 */
public final class Drill {

    /**
     * From the first order to the last look; with the start before it, it stays below seven
     * minutes.
     */
    private static final Duration LONGEST = Duration.ofSeconds(405);

    private static final long BUCKET_MILLIS = 10_000;

    private final Demo demo;
    private final long seed;
    private final boolean all;
    private final Consumer<String> tell;

    /**
     * @param all whether a runbook is learnt, too, which takes minutes more
     */
    public Drill(Demo demo, long seed, boolean all, Consumer<String> tell) {
        this.demo = demo;
        this.seed = seed;
        this.all = all;
        this.tell = tell;
    }

    public Report run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Sight sight = new Sight(demo.as("arno"), demo.site().directory().resolve("pages.jsonl"));
        Patience patience = new Patience(LONGEST);
        List<Quiet> quiet = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        tell.accept("Healthy traffic for " + Quiet.TIME.toSeconds() + " s.");
        quiet.add(Quiet.watch("before", sight, patience));
        for (Fault fault : order()) {
            untilTheNextBucket();
            tell.accept("Breaking: " + fault.id() + ".");
            Before before = Before.now(sight);
            rows.add(new Exercise(demo, sight, patience, Expectation.of(fault)).run());
            keep(fault, before.newIncidents(sight));
            tell.accept(
                    "  "
                            + (rows.getLast().ok()
                                    ? "ok"
                                    : String.join("; ", rows.getLast().extra())));
        }
        tell.accept("Healthy traffic for " + Quiet.TIME.toSeconds() + " s.");
        quiet.add(Quiet.watch("after", sight, patience));
        if (all) {
            rows.addAll(new Lesson(demo, sight, tell).run());
        }
        return new Report(seed, rows, quiet, (System.nanoTime() - start) / 1_000_000_000);
    }

    /**
     * An indicator knows a beginning to its bucket of ten seconds. A fault set within the one in
     * which the last fault ended would at first be taken for late evidence of it.
     */
    private static void untilTheNextBucket() throws InterruptedException {
        Thread.sleep(BUCKET_MILLIS - System.currentTimeMillis() % BUCKET_MILLIS + 200);
    }

    /** Each fault's whole story, to be read afterwards. */
    private void keep(Fault fault, List<SeenIncident> incidents) throws IOException {
        Path folder = Files.createDirectories(demo.site().directory().resolve("incidents"));
        Files.writeString(
                folder.resolve(fault.id() + ".json"),
                JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(incidents.stream().map(SeenIncident::json).toList()));
    }

    private List<Fault> order() {
        List<Fault> faults =
                new ArrayList<>(
                        Stream.of(Fault.values()).filter(each -> !each.isLearnt()).toList());
        Collections.shuffle(faults, new Random(seed));
        return faults;
    }
}
