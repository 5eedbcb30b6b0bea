package dev.runside.bench.heal;

import dev.runside.bench.heal.fleet.Planned;
import dev.runside.bench.heal.fleet.Service;
import dev.runside.bench.heal.fleet.Side;
import dev.runside.bench.rig.Signals;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One side under trial: what is done to its services, and what came of it. */
final class Trial {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final Side side;
    private final Ledger ledger = new Ledger();
    private final List<Kill> kills = new ArrayList<>();

    Trial(Side side) {
        this.side = side;
    }

    Side side() {
        return side;
    }

    Ledger ledger() {
        return ledger;
    }

    List<Kill> kills() {
        return List.copyOf(kills);
    }

    Service service(int number) {
        return side.fleet().services().get(number);
    }

    /** SIGKILL; returns when the service answers again, or the patience is over. */
    Kill kill(int number) throws IOException, InterruptedException {
        Service service = service(number);
        ProcessHandle process = service.victim().find().orElseThrow();
        Instant at = Instant.now();
        process.destroyForcibly();
        Deed deed = ledger.add(Deed.Kind.KILL, service, at);
        Optional<Instant> remedy = firstRemedy(deed);
        Kill kill =
                new Kill(
                        service,
                        at,
                        remedy,
                        remedy.isPresent() ? answer(service) : Optional.empty());
        kills.add(kill);
        return kill;
    }

    private Optional<Instant> firstRemedy(Deed deed) throws IOException, InterruptedException {
        Instant end = deed.at().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            List<Instant> remedies = ledger.remediesOf(deed);
            if (!remedies.isEmpty()) {
                return Optional.of(remedies.getFirst());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    /** When it was found to answer. */
    Optional<Instant> answer(Service service) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (service.victim().answers()) {
                return Optional.of(Instant.now());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    /** SIGSTOP; what is returned ends it. */
    ProcessHandle pause(int number) throws IOException, InterruptedException {
        Service service = service(number);
        ProcessHandle process = service.victim().find().orElseThrow();
        ledger.add(Deed.Kind.PAUSE, service, Instant.now());
        Signals.suspend(process);
        return process;
    }

    /** Announced, then SIGTERM; what is returned is ended by {@link #startAgain}. */
    Planned stop(int number, String id) throws IOException, InterruptedException {
        return change(number, Deed.Kind.STOP, new Planned("stop-" + id, "stop"));
    }

    void startAgain(int number, Planned planned) throws IOException, InterruptedException {
        Service service = service(number);
        service.victim().start();
        side.over(service, planned);
    }

    /** Announced; the process is replaced. */
    void deploy(int number, String id) throws IOException, InterruptedException {
        Planned planned = change(number, Deed.Kind.DEPLOY, new Planned("deploy-" + id, "deploy"));
        startAgain(number, planned);
    }

    private Planned change(int number, Deed.Kind kind, Planned planned)
            throws IOException, InterruptedException {
        Service service = service(number);
        side.announce(service, planned);
        ledger.add(kind, service, Instant.now());
        service.victim().stop();
        return planned;
    }
}
