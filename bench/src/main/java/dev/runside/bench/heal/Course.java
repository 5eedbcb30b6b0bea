package dev.runside.bench.heal;

import dev.runside.bench.heal.fleet.Planned;
import dev.runside.bench.rig.Signals;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes both sides through the same rounds.
 *
 * <pre>
 *   a round:  0 s  pause one, stop another ─► 2 s  resume ─► 2.5 s  start again, deploy ─► settle
 *             then  kill on the one side until it answers ─► kill on the other until it answers
 * </pre>
 */
final class Course {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration STOPPED_LONGER = Duration.ofMillis(500);

    /** Who looks once a second may notice a pause only when it is over. */
    private static final Duration SETTLE = Duration.ofMillis(2000);

    private final List<Trial> trials;
    private final Consumer<String> tell;

    /**
     * @param trials ours first
     */
    Course(List<Trial> trials, Consumer<String> tell) {
        this.trials = List.copyOf(trials);
        this.tell = tell;
    }

    void run(Plan plan) throws IOException, InterruptedException {
        List<Plan.Round> rounds = plan.rounds();
        for (int number = 0; number < rounds.size(); number++) {
            Plan.Round round = rounds.get(number);
            disturb(round, Integer.toString(number + 1));
            tell.accept("%2d/%d  %s".formatted(number + 1, rounds.size(), kills(round)));
        }
    }

    private void disturb(Plan.Round round, String id) throws IOException, InterruptedException {
        if (round.paused().isEmpty() && round.stopped().isEmpty()) {
            return;
        }
        List<Suspended> suspended = suspend(round);
        List<Stopped> stopped = new ArrayList<>();
        for (Trial trial : trials) {
            for (int number : round.stopped()) {
                stopped.add(new Stopped(trial, number, trial.stop(number, id)));
            }
        }
        for (Suspended each : suspended) {
            each.resumeIn(PAUSE);
        }
        Thread.sleep(STOPPED_LONGER);
        for (Stopped each : stopped) {
            each.trial().startAgain(each.number(), each.planned());
        }
        for (Trial trial : trials) {
            for (int number : round.deployed()) {
                trial.deploy(number, id);
            }
        }
        settle(round);
    }

    private List<Suspended> suspend(Plan.Round round) throws IOException, InterruptedException {
        List<Suspended> suspended = new ArrayList<>();
        for (Trial trial : trials) {
            for (int number : round.paused()) {
                suspended.add(new Suspended(trial.pause(number), System.nanoTime()));
            }
        }
        return suspended;
    }

    private record Suspended(ProcessHandle process, long since) {

        /** It may have been replaced meanwhile. */
        void resumeIn(Duration pause) throws IOException, InterruptedException {
            long left = since + pause.toNanos() - System.nanoTime();
            Thread.sleep(Duration.ofNanos(Math.max(0, left)));
            if (process.isAlive()) {
                Signals.resume(process);
            }
        }
    }

    private record Stopped(Trial trial, int number, Planned planned) {}

    private void settle(Plan.Round round) throws InterruptedException {
        Thread.sleep(SETTLE);
        for (Trial trial : trials) {
            for (List<Integer> struck :
                    List.of(round.paused(), round.stopped(), round.deployed())) {
                for (int number : struck) {
                    trial.answer(trial.service(number));
                }
            }
        }
    }

    private String kills(Plan.Round round) throws IOException, InterruptedException {
        List<Trial> order = round.oursFirst() ? trials : trials.reversed();
        List<Duration> before = List.of(round.beforeFirst(), round.beforeSecond());
        List<String> said = new ArrayList<>();
        for (int turn = 0; turn < order.size(); turn++) {
            Thread.sleep(before.get(turn));
            said.add(sentence(order.get(turn), order.get(turn).kill(round.killed())));
        }
        return String.join("   ", said);
    }

    private static String sentence(Trial trial, Kill kill) {
        return kill.healed()
                ? "%s: restart begun after %d ms, answers after %d ms"
                        .formatted(
                                trial.side().name(),
                                kill.toRemedy().toMillis(),
                                kill.toAnswer().toMillis())
                : trial.side().name() + ": not healed";
    }
}
