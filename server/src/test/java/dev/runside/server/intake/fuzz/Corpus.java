package dev.runside.server.intake.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bodies that are kept: real ones, and those that once did harm. */
final class Corpus {

    private static final Path FOLDER =
            Path.of(System.getProperty("runside.root", ".."), "server/src/test/resources/fuzz");

    private Corpus() {}

    static List<byte[]> of(Decoder decoder) {
        try (Stream<Path> files = Files.list(folder(decoder))) {
            return files.sorted().map(Corpus::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(Decoder decoder) {
        return FOLDER.resolve(decoder.name());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
