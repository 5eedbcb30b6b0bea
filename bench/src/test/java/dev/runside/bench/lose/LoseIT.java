package dev.runside.bench.lose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trial itself, in small. */
class LoseIT {

    private static final Path ROOT = Path.of(System.getProperty("runside.root"));

    @TempDir private Path folder;

    @Test
    void nothingAcknowledgedIsLostOrDoubled() throws Exception {
        kill(1, 1);
    }

    @Test
    @Tag("long")
    void nothingAcknowledgedIsLostOrDoubledInManyKills() throws Exception {
        kill(12, 12);
    }

    private void kill(int kills, int withDatabase) throws Exception {
        long seed = new Random().nextInt(1_000_000);
        Account account;
        try (Losing losing =
                Losing.in(
                        ROOT,
                        folder,
                        new Losing.Plan(kills, withDatabase, seed),
                        System.out::println)) {
            account = losing.run();
        }
        System.out.println(account.json());

        assertThat(account.lost()).as("seed %d", seed).isZero();
        assertThat(account.doubled()).as("seed %d", seed).isZero();
        assertThat(account.kills()).isEqualTo(kills + withDatabase);
        assertThat(account.acknowledged().values()).allMatch(ids -> ids > 0);
        assertThat(account.sentAgain()).as("the kills struck under load").isPositive();
    }
}
