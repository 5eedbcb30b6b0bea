package dev.runside.bench.heal.ours;

import dev.runside.bench.heal.fleet.Fleet;
import dev.runside.bench.heal.fleet.Planned;
import dev.runside.bench.heal.fleet.Service;
import dev.runside.bench.heal.fleet.Side;
import dev.runside.bench.rig.AgentFile;
import dev.runside.bench.rig.Rig;
import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runside as a newcomer has it, with one agent for the whole fleet. */
public final class Ours implements Side {

    private final Rig rig;
    private final Fleet fleet;
    private Optional<ServerApi> deployer = Optional.empty();

    private Ours(Rig rig, Fleet fleet) {
        this.rig = rig;
        this.fleet = fleet;
    }

    /**
     * Nothing runs yet.
     *
     * @param root the folder with the built distribution
     */
    public static Ours in(Path root, Path folder, Fleet fleet) throws IOException {
        return new Ours(Rig.in(root, folder), fleet);
    }

    /** What holds remedies back here, for the report. */
    public static String guardrails() {
        return "limits "
                + FleetCatalog.LIMITS
                + ", verify {"
                + FleetCatalog.VERIFY
                + "}, probes as the agent makes them by itself";
    }

    @Override
    public String name() {
        return "Runside";
    }

    @Override
    public Fleet fleet() {
        return fleet;
    }

    @Override
    public void start() throws IOException, InterruptedException {
        fleet.start();
        rig.writeAgentFile(AgentFile.of(fleet.services().stream().map(Service::victim).toList()));
        rig.startServer();
        rig.apply(new FleetCatalog(fleet).text());
        deployer = Optional.of(ServerApi.at(rig.url(), rig.source("deployer", "product:fleet")));
        rig.startAgent();
    }

    @Override
    public void announce(Service service, Planned planned)
            throws IOException, InterruptedException {
        tell("change-started", service, planned);
    }

    @Override
    public void over(Service service, Planned planned) throws IOException, InterruptedException {
        tell("change-finished", service, planned);
    }

    private void tell(String kind, Service service, Planned planned)
            throws IOException, InterruptedException {
        deployer.orElseThrow()
                .post(
                        "/api/v1/signals",
                        Map.of(
                                "id",
                                kind + "-" + planned.id(),
                                "kind",
                                kind,
                                "subject",
                                service.victim().hop(),
                                "time",
                                Instant.now().toString(),
                                "attributes",
                                Map.of(
                                        "change",
                                        planned.id(),
                                        "type",
                                        planned.kind(),
                                        "summary",
                                        planned.kind() + " of " + service.name(),
                                        "by",
                                        "user:ada")));
    }

    @Override
    public Optional<Instant> saidWell(Service service, Instant after)
            throws IOException, InterruptedException {
        Optional<Story> story = storyOf(service, after);
        return story.flatMap(Story::verifiedAt);
    }

    /** The record of the first incident of a service after a moment. */
    public Optional<Story> storyOf(Service service, Instant after)
            throws IOException, InterruptedException {
        for (Story story : stories().reversed()) {
            if (story.subject().equals(service.victim().hop()) && story.belongsTo(after)) {
                return Optional.of(new Story(rig.api().get("/api/v1/incidents/" + story.id())));
            }
        }
        return Optional.empty();
    }

    /** Every incident on record, the newest first. */
    public List<Story> stories() throws IOException, InterruptedException {
        return rig.api()
                .get("/api/v1/incidents?state=all&limit=200")
                .path("items")
                .valueStream()
                .map(Story::new)
                .toList();
    }

    @Override
    public Map<String, ProcessHandle> watchers() throws IOException {
        return Map.of("agent", rig.agent(), "server", rig.server(), "postgres", rig.postmaster());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        rig.close();
        fleet.close();
    }
}
