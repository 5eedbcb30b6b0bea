package dev.runside.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Tickets of several files become clusters of one answer. */
class TicketsTest {

    @TempDir Path folder;

    @BeforeEach
    void twoFiles() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        write("first", "a", "printer jams", "printer jams again", "password lost", "password lost");
        write(
                "second",
                "b",
                "printer jams",
                "printer jams again",
                "password lost",
                "password lost");
    }

    @Test
    void eachFileHasClustersOfItsOwn() throws IOException {
        Map<String, String> clusters = judged();
        assertThat(clusters).containsOnlyKeys("a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3");
        assertThat(clusters.get("a2")).isEqualTo(clusters.get("a3"));
        assertThat(clusters.get("a2")).isNotEqualTo(clusters.get("b2"));
    }

    @Test
    void howManyThereAreIsReadWhereItIsGiven() throws IOException {
        Files.writeString(folder.resolve("classes.json"), "{\"first\": 1, \"second\": 2}");
        assertThat(different("a")).isEqualTo(1);
        assertThat(different("b")).isEqualTo(2);
    }

    private int different(String prefix) throws IOException {
        Map<String, String> clusters = judged();
        clusters.keySet().removeIf(id -> !id.startsWith(prefix));
        Collection<String> values = clusters.values();
        return new HashSet<>(values).size();
    }

    private Map<String, String> judged() throws IOException {
        new Tickets().judge(folder, folder);
        Map<String, String> clusters = new TreeMap<>();
        JsonMapper.shared()
                .readTree(folder.resolve("clusters.json").toFile())
                .properties()
                .forEach(each -> clusters.put(each.getKey(), each.getValue().asString()));
        return clusters;
    }

    private void write(String name, String prefix, String... texts) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            Map<String, String> ticket = Map.of("id", prefix + i, "text", texts[i]);
            lines.append(JsonMapper.shared().writeValueAsString(ticket)).append('\n');
        }
        Files.writeString(folder.resolve("data").resolve(name + ".jsonl"), lines);
    }
}
