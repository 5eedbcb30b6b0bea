package dev.runside.demo.launch;

import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The company's catalog, charters, indicators and runbooks: the YAML files of a folder. */
public record Definitions(Path folder) {

    /** Puts them in force; what is not among them, and was applied by hand, stays. */
    void apply(ServerApi person) throws IOException, InterruptedException {
        List<Map<String, String>> files = new ArrayList<>();
        for (Path file : files()) {
            files.add(
                    Map.of(
                            "name", String.valueOf(file.getFileName()),
                            "text", Files.readString(file)));
        }
        person.post("/api/v1/definitions", Map.of("files", files));
    }

    public List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }
}
