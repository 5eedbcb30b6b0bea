package dev.runside.server.replay;

import dev.runside.core.catalog.Catalog;
import dev.runside.core.replay.Replay;
import dev.runside.core.replay.Replayed;
import dev.runside.core.signal.Signal;
import dev.runside.server.catalog.CatalogFolder;
import dev.runside.server.intake.RecordedSignals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The program behind {@code runside replay}, which has looked at the words before. */
public final class RunsideReplay {

    private static final int WRONG = 2;

    private RunsideReplay() {}

    /**
     * @param words the folder of definitions, the file of signals, the file to write
     */
    public static void main(String... words) {
        try {
            replay(Path.of(words[0]), Path.of(words[1]), Path.of(words[2]));
        } catch (IOException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG);
        }
    }

    static Replayed replay(Path definitions, Path signals, Path out) throws IOException {
        Catalog catalog = CatalogFolder.read(definitions);
        List<Signal> recorded = new Recording(signals, new RecordedSignals(catalog)).read();
        Replayed replayed = Replay.of(catalog, recorded);
        IncidentsFile.write(replayed, recorded, out);
        return replayed;
    }
}
