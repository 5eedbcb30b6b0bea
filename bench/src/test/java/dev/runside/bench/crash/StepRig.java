package dev.runside.bench.crash;

import dev.runside.bench.rig.AgentFile;
import dev.runside.bench.rig.Incidents;
import dev.runside.bench.rig.JavaCommand;
import dev.runside.bench.rig.Mail;
import dev.runside.bench.rig.Rig;
import dev.runside.bench.rig.Until;
import dev.runside.bench.rig.Victim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rig whose runbooks begin with a step that must not be done twice: it appends the hop's name to
 * a file. Each hop is for one failure, so that no guard stands in the way of the next.
 */
final class StepRig implements AutoCloseable {

    static final Path ROOT = Path.of(System.getProperty("runside.root"));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Rig rig;
    private final Gate gate;
    private final Checkpoint checkpoint = new Checkpoint();
    private final Path lines;
    private final List<Victim> victims = new ArrayList<>();

    private StepRig(Path folder) throws IOException {
        rig = Rig.in(ROOT, folder);
        gate = new Gate(rig.url());
        lines = folder.resolve("lines");
    }

    /** Returns when the agent is connected and every victim answers. */
    static StepRig start(Path folder, List<String> hops) throws Exception {
        StepRig steps = new StepRig(folder);
        try {
            steps.start(hops, folder);
            return steps;
        } catch (Exception | AssertionError e) {
            steps.close();
            throw e;
        }
    }

    private void start(List<String> hops, Path folder) throws Exception {
        for (String hop : hops) {
            victims.add(Victim.in(folder, hop, "hop:mail/" + hop));
        }
        rig.agentSpeaksThrough(gate.port());
        rig.writeAgentFile(AgentFile.of(victims).withCommands(List.of(JavaCommand.java())));
        for (Victim victim : victims) {
            victim.start();
        }
        rig.startServer();
        rig.apply(new Mail(hops).definitions());
        rig.apply(hops.stream().map(this::runbook).collect(Collectors.joining()));
        rig.startAgent();
    }

    private String runbook(String hop) {
        List<String> command =
                JavaCommand.of(
                        AppendMain.class,
                        List.of(lines.toString(), hop, Integer.toString(checkpoint.port())));
        String argv = JsonMapper.shared().writeValueAsString(command);
        return Mail.runbook(
                hop, List.of("{id: append, run: {command: " + argv + "}, timeout: 60s}"));
    }

    Rig rig() {
        return rig;
    }

    Gate gate() {
        return gate;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    Victim victim(String hop) {
        return victims.stream().filter(one -> one.name().equals(hop)).findFirst().orElseThrow();
    }

    /** How often the hop's line stands in the file. */
    long lines(String hop) throws IOException {
        return Files.exists(lines)
                ? Files.readAllLines(lines).stream().filter(hop::equals).count()
                : 0;
    }

    /** The newest incident about a hop, as soon as it is as wanted. */
    JsonNode awaitIncident(String hop, String what, Predicate<JsonNode> wanted)
            throws InterruptedException {
        AtomicReference<String> last = new AtomicReference<>("none");
        try {
            return Until.find(
                    hop + ": " + what,
                    PATIENCE,
                    () -> {
                        Optional<JsonNode> newest = newest(hop);
                        newest.ifPresent(incident -> last.set(incident.toPrettyString()));
                        return newest.filter(wanted);
                    });
        } catch (AssertionError never) {
            throw new AssertionError(never.getMessage() + "; last seen: " + last.get(), never);
        }
    }

    private Optional<JsonNode> newest(String hop) throws IOException, InterruptedException {
        return new Incidents(rig).of("hop:mail/" + hop).stream().findFirst();
    }

    /** The run about a hop, as soon as it is in a phase. */
    void awaitPhase(String hop, String phase) throws InterruptedException {
        awaitIncident(
                hop,
                "a run in " + phase,
                incident -> incident.path("runs").path(0).path("phase").asString("").equals(phase));
    }

    /** Who was told of an incident that they have to act. */
    static List<String> paged(JsonNode incident) {
        return incident.path("pages")
                .valueStream()
                .filter(page -> page.path("sentAt").isString())
                .flatMap(page -> page.path("told").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    @Override
    public void close() throws IOException {
        checkpoint.close();
        gate.close();
        rig.close();
    }
}
