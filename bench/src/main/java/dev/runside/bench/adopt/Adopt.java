package dev.runside.bench.adopt;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench/adopt}: follows the guide for the first hour and says how long it took. */
public final class Adopt {

    static final String SUSPECT = "hop:greetings/greeter";
    static final double GOAL_MINUTES = 10;
    static final long GOAL_LINES = 15;

    private static final int WRONG = 1;

    private Adopt() {}

    public static void main(String... arguments) throws IOException {
        Path root = Path.of(System.getProperty("runside.root")).toAbsolutePath().normalize();
        if (arguments.length > 0) {
            System.err.println(
                    "bench/adopt executes the blocks of docs/guide/first-hour.md in a fresh folder, on ports that are free.\n"
                            + "It prints a table, and as its last line one JSON object. It takes no options.");
            System.exit(List.of(arguments).contains("--help") ? 0 : 2);
        }
        Path folder = Files.createTempDirectory("runside-adopt-");
        Adoption adoption =
                Adoption.follow(
                        Guide.of(root.resolve("docs/guide/first-hour.md")),
                        folder,
                        root,
                        (block, _) -> System.err.print(block.commands()));
        print(adoption, System.out);
        System.exit(adoption.suspect().equals(SUSPECT) ? 0 : WRONG);
    }

    static void print(Adoption adoption, PrintStream out) {
        out.printf("%-42s %8s %9s %14s%n", "until", "minutes", "commands", "lines by hand");
        Map<String, Object> all = new LinkedHashMap<>();
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
