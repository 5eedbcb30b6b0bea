package dev.runside.bench.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The storm in small: as many alerts a second, for a few seconds. */
@Isolated("it loads the machine")
class StormIT {

    private static final Path ROOT = Path.of(System.getProperty("runside.root"));

    @TempDir private Path folder;

    @Test
    void ofAStormFromThreeCausesComeThreeIncidentsAndThreePages() throws Exception {
        Options options = new Options(6_000, 4);
        try (Storming storming = Storming.in(ROOT, folder, options)) {
            Aftermath aftermath = storming.run();

            assertThat(aftermath.ok()).as(aftermath.table()).isTrue();
            assertThat(aftermath.counted()).isEqualTo(options.alerts());
        }
    }
}
