package dev.runside.bench.judge;

import dev.runside.core.cluster.Clusters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What customers wrote, grouped by what they want; each file for itself. How many groups there are
 * is found, unless {@code classes.json} beside the files says it by the name of a file without its
 * ending.
 */
final class Tickets implements JudgedSet {

    private static final String ENDING = ".jsonl";

    @Override
    public void judge(Path data, Path out) throws IOException {
        JsonNode classes = classes(data.resolve("classes.json"));
        Map<String, String> clusters = new TreeMap<>();
        for (Path file : files(data)) {
            String name = file.getFileName().toString();
            String stem = name.substring(0, name.length() - ENDING.length());
            clusters.putAll(clusters(stem, file, classes.path(stem)));
        }
        JsonMapper.shared().writeValue(out.resolve("clusters.json").toFile(), clusters);
    }

    private static JsonNode classes(Path file) {
        return Files.exists(file)
                ? JsonMapper.shared().readTree(file.toFile())
                : JsonMapper.shared().createObjectNode();
    }

    private static List<Path> files(Path data) throws IOException {
        Path folder = data.resolve("data");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
    }

    private static Map<String, String> clusters(String stem, Path file, JsonNode count)
            throws IOException {
        List<JsonNode> tickets =
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(JsonMapper.shared()::readTree)
                        .toList();
        List<String> texts =
                tickets.stream().map(ticket -> ticket.path("text").asString()).toList();
        List<Integer> found =
                count.isInt() ? Clusters.of(texts, count.asInt()) : Clusters.of(texts);
        Map<String, String> clusters = new TreeMap<>();
        IntStream.range(0, texts.size())
                .forEach(i ->
                        clusters.put(
                                tickets.get(i).path("id").asString(), stem + "-" + found.get(i)));
        return clusters;
    }
}
