package dev.runside.server.catalog;

import dev.runside.core.catalog.Catalog;
import dev.runside.server.catalog.check.Review;
import dev.runside.server.catalog.check.Whole;
import dev.runside.server.catalog.definition.DefinitionFile;
import dev.runside.server.catalog.definition.DefinitionReader;
import dev.runside.server.catalog.definition.DefinitionReader.Reading;
import dev.runside.server.catalog.definition.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Definitions in a folder, read as they would be applied, without a server that holds them. */
public final class CatalogFolder {

    private CatalogFolder() {}

    /**
     * All .yaml files of the folder and those below it.
     *
     * @throws IOException with every fault in a line of its own, or where there is no definition
     */
    public static Catalog read(Path folder) throws IOException {
        Reading reading = DefinitionReader.read(files(folder));
        Whole whole = Whole.of(reading.definitions(), reading.faulty());
        List<String> faults =
                Stream.concat(reading.faults().stream(), Review.of(whole).faults().stream())
                        .map(Fault::sentence)
                        .toList();
        if (!faults.isEmpty()) {
            throw new IOException(String.join(System.lineSeparator(), faults));
        }
        return whole.catalog();
    }

    private static List<DefinitionFile> files(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> below = Files.walk(folder)) {
            paths =
                    below.filter(path -> path.getFileName().toString().matches(".+\\.ya?ml"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
        }
        if (paths.isEmpty()) {
            throw new IOException("There is no .yaml file in " + folder + ".");
        }
        List<DefinitionFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.size(path) > DefinitionFile.LONGEST) {
                throw new IOException(path + " is larger than 1 MiB: split it into several files.");
            }
            files.add(new DefinitionFile(path.toString(), Files.readString(path)));
        }
        return files;
    }
}
