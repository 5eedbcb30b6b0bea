package dev.runside.bench.adopt;

import dev.runside.bench.rig.Command;
import dev.runside.bench.rig.Workplace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench/adopt}: follows the guide for the first hour and says how long it took. */
public final class Adopt {

    static final String SUSPECT = "hop:greetings/greeter";
    static final double GOAL_MINUTES = 10;
    static final long GOAL_LINES = 15;

    private static final Duration LIMIT = Duration.ofMinutes(30);

    private static final String HELP =
            """
            bench/adopt: how long the first hour takes.

            Executes the blocks of docs/guide/first-hour.md in an empty folder, var/bench/adopt, on ports that are free, and prints
            a table and, as its last line, one JSON object. Takes no options, ends by itself and ends everything that it started.

            Ends with 0 when the incident names the right suspect; with 1 when not; with 2 when it could not begin.\
            """;

    private Adopt() {}

    public static void main(String... words) throws Exception {
        new Command<>("adopt", HELP, Adopt::nothing)
                .run(words, _ -> new Workplace("adopt", LIMIT).occupy(Adopt::follow));
    }

    /** It has no options: one object that stands for that. */
    private static Optional<List<String>> nothing(String... words) {
        List<String> asked = List.of(words);
        if (asked.equals(List.of("--help")) || asked.equals(List.of("-h"))) {
            return Optional.empty();
        }
        if (!asked.isEmpty()) {
            throw new IllegalArgumentException("it takes no options; bench/adopt --help explains");
        }
        return Optional.of(asked);
    }

    private static int follow(Path root, Path folder) throws IOException {
        Adoption adoption =
                Adoption.follow(
                        Guide.of(root.resolve("docs/guide/first-hour.md")),
                        folder,
                        root,
                        (block, _) -> System.err.print(block.commands()));
        print(adoption, System.out);
        return adoption.suspect().equals(SUSPECT) ? 0 : 1;
    }

    static void print(Adoption adoption, PrintStream out) {
        out.printf("%-42s %8s %9s %14s%n", "until", "minutes", "commands", "lines by hand");
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("bench", "adopt");
        for (Milestone each : adoption.milestones()) {
            out.printf(
                    Locale.ROOT,
                    "%-42s %8.2f %9d %14d%n",
                    each.what(),
                    each.minutes(),
                    each.commands(),
                    each.linesByHand());
            all.put(
                    key(each.what()),
                    Map.of(
                            "minutes",
                            each.minutes(),
                            "commands",
                            each.commands(),
                            "linesByHand",
                            each.linesByHand()));
        }
        out.printf(
                "The first suspect is %s. Goal to the first owner answered: %.0f minutes, %d lines. The machine's time alone, without reading and typing.%n",
                adoption.suspect(), GOAL_MINUTES, GOAL_LINES);
        all.put("suspect", adoption.suspect());
        all.put("rightSuspect", adoption.suspect().equals(SUSPECT));
        out.println(JsonMapper.shared().writeValueAsString(all));
    }

    private static String key(String what) {
        String[] words = what.split(" ");
        var key = new StringBuilder(words[0]);
        for (int at = 1; at < words.length; at++) {
            key.append(words[at].substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(words[at].substring(1));
        }
        return key.toString();
    }
}
