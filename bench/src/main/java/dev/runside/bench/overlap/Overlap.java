package dev.runside.bench.overlap;

import dev.runside.bench.rig.Command;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.replay.Replay;
import dev.runside.core.replay.Replayed.Outcome;
import dev.runside.core.triage.Suspect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code bench/overlap}. */
public final class Overlap {

    private static final String ROW = "%-10s %10d %12s %12s %12s";
    private static final String HEAD = "%-10s %10s %12s %12s %12s";

    private Overlap() {}

    /** How many hops in how many layers. */
    private enum Size {
        SMALL(11, 4),
        MIDDLE(40, 5),
        LARGE(200, 6);

        private final int hops;
        private final int layers;

        Size(int hops, int layers) {
            this.hops = hops;
            this.layers = layers;
        }
    }

    /** Both ways on the same alerts. */
    record Measured(int hops, Score ours, Score usual) {}

    public static void main(String... words) throws Exception {
        new Command<>("overlap", Options.HELP, Options::read).run(words, Overlap::run);
    }

    private static int run(Options options) {
        List<Measured> all = measure(options);
        System.out.println(table(all));
        System.out.println(json(options, all));
        return 0;
    }

    static List<Measured> measure(Options options) {
        List<Measured> all = new ArrayList<>();
        for (Size size : Size.values()) {
            Random random = new Random(options.seed() * Size.values().length + size.ordinal());
            Mesh mesh = Mesh.of(size.hops, size.layers, random);
            Catalog catalog = mesh.catalog();
            Trials trials = Trials.of(mesh, options.pairs(), random);
            List<Score.Group> ours =
                    Replay.of(catalog, trials.signals()).incidents().stream()
                            .map(Overlap::group)
                            .toList();
            all.add(
                    new Measured(
                            size.hops,
                            Score.of(trials.truths(), ours),
                            Score.of(
                                    trials.truths(),
                                    Connected.groups(catalog.graph(), trials.signals()))));
        }
        return all;
    }

    private static Score.Group group(Outcome outcome) {
        Set<String> ids = new HashSet<>();
        outcome.members().forEach(member -> ids.addAll(member.raisedBy()));
        return new Score.Group(
                ids,
                outcome.incident().judgement().suspects().stream()
                        .map(Suspect::at)
                        .distinct()
                        .toList());
    }

    private static String table(List<Measured> all) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD.formatted("hops", "failures", "one incident", "first named", "among three"));
        for (Measured each : all) {
            lines.add(row("" + each.hops(), each.ours()));
            lines.add(row("  usual way", each.usual()));
        }
        return String.join("\n", lines);
    }

    private static String row(String name, Score score) {
        return ROW.formatted(
                name,
                score.failures(),
                percent(score.whole()),
                percent(score.first()),
                percent(score.three()));
    }

    private static String percent(double share) {
        return "%.1f %%".formatted(100 * share);
    }

    private static String json(Options options, List<Measured> all) {
        double ours = all.stream().mapToDouble(each -> each.ours().whole()).average().orElse(0);
        double usual = all.stream().mapToDouble(each -> each.usual().whole()).average().orElse(0);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bench", "overlap");
        json.put("seed", options.seed());
        json.put("ratio", Math.round(100 * ours / usual) / 100.0);
        json.put("meshes", all);
        return JsonMapper.shared().writeValueAsString(json);
    }
}
