package dev.runside.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Definition files as the server takes them, under the names by which the caller gave them. */
final class DefinitionFiles {

    private static final long LARGEST = 1024 * 1024;

    private DefinitionFiles() {}

    static List<Map<String, String>> read(List<Path> paths) throws IOException {
        List<Map<String, String>> files = new ArrayList<>();
        boolean defines = false;
        for (Path path : paths) {
            for (Path file : below(path)) {
                String text = text(file);
                defines |= hasWords(text);
                files.add(Map.of("name", file.toString(), "text", text));
            }
        }
        if (!defines) {
            throw new IOException("There is no definition in " + named(paths) + ".");
        }
        return files;
    }

    /** More than comments and what separates documents. */
    private static boolean hasWords(String text) {
        return text.lines()
                .map(String::strip)
                .anyMatch(line -> !line.isEmpty() && !line.startsWith("#") && !line.equals("---"));
    }

    private static String named(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    /** In the order of their names, so that every machine says the same. */
    private static List<Path> below(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw new IOException("There is no " + path + ".");
        }
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> files =
                    all.filter(file -> file.getFileName().toString().matches(".+\\.ya?ml"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new IOException("There is no .yaml file in " + path + ".");
            }
            return files;
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is larger than 1 MiB: split it into several files.");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not text in UTF-8.", e);
        }
    }
}
