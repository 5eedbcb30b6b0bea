package dev.runside.bench.heal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What one run makes. Each kill strikes a service that was not killed before; pauses, stops and
 * deploys strike services far from their own kill, so that no cool-down keeps remedies away.
 *
 * @param idle how long nothing happens first, while the cost of watching is measured
 */
record Plan(int services, int kills, int pauses, int stops, int deploys, long seed, Duration idle) {

    private static final int DEPLOY_EVERY = 3;

    Plan {
        if (services < 6 || kills > services || Math.max(pauses, stops) > kills) {
            throw new IllegalArgumentException("a kill needs a fresh service, and a round a kill");
        }
    }

    static Plan of(Options options) {
        int kills = options.kills();
        return new Plan(
                Options.MOST,
                kills,
                kills,
                kills,
                (kills + DEPLOY_EVERY - 1) / DEPLOY_EVERY,
                options.seed(),
                Duration.ofSeconds(20));
    }

    /**
     * Services by their numbers, from 0.
     *
     * @param paused none or one; likewise the next two
     * @param oursFirst whose service is killed first
     */
    record Round(
            List<Integer> paused,
            List<Integer> stopped,
            List<Integer> deployed,
            int killed,
            boolean oursFirst,
            Duration beforeFirst,
            Duration beforeSecond) {}

    /** Always the same for the same seed. */
    List<Round> rounds() {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>(IntStream.range(0, services).boxed().toList());
        Collections.shuffle(order, random);
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round < kills; round++) {
            boolean deploys = round % DEPLOY_EVERY == 0 && round / DEPLOY_EVERY < deploys();
            rounds.add(
                    new Round(
                            at(order, round, services / 3, round < pauses),
                            at(order, round, 2 * services / 3, round < stops),
                            at(order, round, services / 2, deploys),
                            order.get(round),
                            random.nextBoolean(),
                            withinASecond(random),
                            withinASecond(random)));
        }
        return rounds;
    }

    private List<Integer> at(List<Integer> order, int round, int offset, boolean happens) {
        return happens ? List.of(order.get((round + offset) % services)) : List.of();
    }

    /** The peers look once a second: a kill has to come at any moment of it. */
    private static Duration withinASecond(Random random) {
        return Duration.ofMillis(random.nextInt(1000));
    }
}
