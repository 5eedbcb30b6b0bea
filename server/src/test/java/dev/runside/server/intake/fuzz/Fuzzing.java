package dev.runside.server.intake.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many odd bodies for one decoder. One that does not end is found too. */
final class Fuzzing {

    private static final long ENDLESS_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int MOST_GROWN = 200;
    private static final int LARGEST_GROWN = 8 * 1024;

    private final Trial trial;
    private final SplittableRandom random;
    private final Mutator mutator;
    private final List<byte[]> seeds;
    private final int kept;
    private volatile byte[] current = {};
    private volatile long since = System.nanoTime();
    private long taken;

    Fuzzing(Decoder decoder, long seed) {
        this.trial = new Trial(decoder, "seed " + seed);
        this.random = new SplittableRandom(seed ^ decoder.name().hashCode());
        this.mutator = new Mutator(random);
        this.seeds = new ArrayList<>(Corpus.of(decoder));
        this.kept = seeds.size();
    }

    /** How many of them it took; the others it refused. */
    long run(long inputs) {
        var task = new FutureTask<Void>(() -> all(inputs), null);
        Thread.ofPlatform().daemon().name("fuzzing").start(task);
        while (!task.isDone()) {
            await(task);
            if (!task.isDone() && System.nanoTime() - since > ENDLESS_NANOS) {
                throw new AssertionError(trial.told("does not end", current));
            }
        }
        return taken;
    }

    private static void await(FutureTask<Void> task) {
        try {
            task.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            return;
        } catch (ExecutionException | CancellationException e) {
            throw new AssertionError(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void all(long inputs) {
        for (long at = 0; at < inputs; at++) {
            byte[] body = mutator.mutated(seeds);
            current = body;
            since = System.nanoTime();
            if (trial.takes(body)) {
                taken++;
                grow(body);
            }
        }
    }

    /** What is odd and taken all the same leads further in than what is refused at the door. */
    private void grow(byte[] body) {
        if (body.length > LARGEST_GROWN || random.nextInt(16) != 0) {
            return;
        }
        if (seeds.size() < kept + MOST_GROWN) {
            seeds.add(body);
        } else {
            seeds.set(kept + random.nextInt(MOST_GROWN), body);
        }
    }
}
