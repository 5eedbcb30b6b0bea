package dev.runside.bench.judge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the scorer of root causes reads: by case the places, most suspect first. */
final class Ranks {

    private Ranks() {}

    static void write(Map<String, List<String>> ranks, Path out) {
        JsonMapper.shared().writeValue(out.resolve("ranks.json").toFile(), ranks);
    }
}
