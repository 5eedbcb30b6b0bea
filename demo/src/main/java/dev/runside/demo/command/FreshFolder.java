package dev.runside.demo.command;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.RunFile;
import dev.runside.cli.local.StartFailedException;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Empties a demo's data folder; nothing else is ever emptied. */
final class FreshFolder {

    private FreshFolder() {}

    /**
     * @throws IOException where the folder is in use, or holds something that is no demo
     */
    static void make(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        DataFolder data = new DataFolder(folder);
        if (RunFile.findAlive(data).isPresent()) {
            throw StartFailedException.runsAlready(data);
        }
        if (!Site.standsIn(folder)) {
            throw new IOException(folder + " is no demo's data folder, so it was not emptied.");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
