package dev.runside.bench.judge;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The sets by their names. */
final class Sets {

    private static final Map<String, JudgedSet> ALL =
            Map.of(
                    "mscloud", new SeriesSet(),
                    "nab", new SeriesSet(),
                    "nezha", new Nezha(),
                    "petshop", new PetShop(),
                    "tickets", new Tickets());

    private Sets() {}

    static Optional<JudgedSet> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static String names() {
        return String.join(", ", new TreeMap<>(ALL).keySet());
    }
}
