package dev.runside.server.intake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that is sent breaks a reader, holds it for a second or costs it 64 MB. */
class DecodersTest {

    private static final long SEED =
            Long.getLong("runside.fuzz.seed", new SecureRandom().nextLong());
    private static final long FEW = 1_000;

    /** All decoders together: ten million. */
    private static final long MANY = Long.getLong("runside.fuzz.inputs", 455_000);

    static Stream<Decoder> decoders() {
        return Decoders.all();
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void everyBodyThatIsKeptIsTakenOrRefused(Decoder decoder) {
        var trial = new Trial(decoder, "the corpus");
        long taken = Corpus.of(decoder).stream().filter(trial::takes).count();

        assertThat(taken).as("bodies that %s takes", decoder.name()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void aFewOddBodiesAreTakenOrRefused(Decoder decoder) {
        run(decoder, FEW);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("decoders")
    void manyOddBodiesAreTakenOrRefused(Decoder decoder) {
        run(decoder, MANY);
    }

    private static void run(Decoder decoder, long inputs) {
        long start = System.nanoTime();
        long taken = new Fuzzing(decoder, SEED).run(inputs);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "%s: %,d bodies in %,d ms, %,d of them taken; seed %d%n",
                decoder.name(), inputs, time.toMillis(), taken, SEED);

        assertThat(taken).as("bodies that %s took", decoder.name()).isPositive();
    }
}
