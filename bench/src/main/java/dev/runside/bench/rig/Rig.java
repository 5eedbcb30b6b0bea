package dev.runside.bench.rig;

import dev.runside.cli.client.Credentials;
import dev.runside.cli.client.ServerApi;
import dev.runside.cli.local.AgentEnrolment;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.FirstPerson;
import dev.runside.cli.local.Home;
import dev.runside.cli.local.JavaProgram;
import dev.runside.cli.local.LogTail;
import dev.runside.cli.local.PortCheck;
import dev.runside.cli.local.Postmaster;
import dev.runside.cli.local.Programs;
import dev.runside.cli.local.Readiness;
import dev.runside.cli.local.Settings;
import dev.runside.cli.local.Stopping;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server with its PostgreSQL, an agent and their victims. What is killed stays dead until it is
 * started again, on the same ports. Used by one thread.
 */
public final class Rig implements AutoCloseable {

    public static final String AGENT = "local";

    /** The first person, an admin. */
    public static final String PERSON = "pat";

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration AGENT_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Home home;
    private final Settings settings;
    private final List<Victim> victims = new ArrayList<>();
    private Optional<Process> server = Optional.empty();
    private Optional<Process> agent = Optional.empty();
    private Optional<ServerApi> person = Optional.empty();
    private int agentsServerPort;

    private Rig(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
        this.agentsServerPort = settings.listening().port();
    }

    /**
     * Nothing runs yet.
     *
     * @param root the folder with the built distribution in {@code target/dist}
     * @param folder everything of the rig lies there
     * @param serverArguments further settings of the server, as on its command line
     */
    public static Rig in(Path root, Path folder, String... serverArguments) throws IOException {
        Path dist = root.resolve("target").resolve("dist");
        List<String> arguments = new ArrayList<>(List.of(serverArguments));
        arguments.add("--runside.programs=" + root.resolve("target").resolve("pg-programs"));
        Settings settings =
                Settings.local(
                                new DataFolder(folder.resolve("data")),
                                PortCheck.free(),
                                PortCheck.free(),
                                PortCheck.free())
                        .withServerArguments(arguments);
        return new Rig(new Home(root, dist, JavaCommand.java(), folder), settings);
    }

    /** Returns when the server is ready; the first time it makes {@link #PERSON}. */
    public void startServer() throws IOException, InterruptedException {
        settings.data().create();
        Process started = begin(new Programs(home, settings).server());
        server = Optional.of(started);
        Readiness readiness = Readiness.await(started, nobody(), READY_LIMIT);
        if (!(readiness instanceof Readiness.Ready)) {
            throw new IOException(
                    "The server is not ready: %s. Its log ends with:%n%s"
                            .formatted(
                                    readiness,
                                    LogTail.whole(settings.data().log("server")).lastLines()));
        }
        if (person.isEmpty()) {
            Credentials self = new FirstPerson(settings, nobody()).enrol(PERSON).orElseThrow();
            person = Optional.of(ServerApi.at(url(), self.token()));
        }
    }

    /** Puts definitions in force, given as the text of a YAML file. */
    public void apply(String yaml) throws IOException, InterruptedException {
        api().post(
                        "/api/v1/definitions",
                        Map.of("files", List.of(Map.of("name", "rig.yaml", "text", yaml))));
    }

    /** The agent follows it; its victims are stopped with the rig. */
    public void writeAgentFile(AgentFile file) throws IOException {
        settings.data().create();
        file.write(settings.data().agent().resolve("agent.yaml"));
        victims.addAll(file.victims());
    }

    /** Returns when the agent has said that it is there; its definition must be in force. */
    public void startAgent() throws IOException, InterruptedException {
        new AgentEnrolment(settings.data(), api()).prepare(AGENT);
        long before = connections();
        beginAgent();
        Until.holds("the agent is connected", AGENT_LIMIT, () -> connections() > before);
    }

    private long connections() throws IOException {
        Path log = settings.data().log("agent");
        if (!Files.exists(log)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("Connected to the server")).count();
        }
    }

    /** Starts an enrolled agent and does not wait: there may be no server. */
    public void beginAgent() throws IOException {
        Settings seen =
                Settings.local(
                        settings.data(),
                        agentsServerPort,
                        settings.listening().otlpPort(),
                        settings.listening().otlpGrpcPort());
        agent = Optional.of(begin(new Programs(home, seen).agent(AGENT)));
    }

    /** From its next start the agent speaks to its server through what listens on this port. */
    public void agentSpeaksThrough(int port) {
        agentsServerPort = port;
    }

    private Process begin(JavaProgram program) throws IOException {
        return program.start(settings.data().openLog(program.module()));
    }

    public ProcessHandle server() {
        return server.orElseThrow().toHandle();
    }

    public ProcessHandle agent() {
        return agent.orElseThrow().toHandle();
    }

    /** PostgreSQL's first process: in a session of its own, it outlives a killed server. */
    public ProcessHandle postmaster() throws IOException {
        return Postmaster.find(settings.data()).orElseThrow().process();
    }

    public void killServer() {
        Signals.kill(server());
    }

    public void killAgent() {
        Signals.kill(agent());
    }

    /** SIGKILL to the server, to PostgreSQL's first process and to all its children, at once. */
    public void killServerAndDatabase() throws IOException {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all =
                Stream.of(Stream.of(server(), postmaster), postmaster.descendants())
                        .flatMap(part -> part)
                        .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** The API as {@link #PERSON}. */
    public ServerApi api() {
        return person.orElseThrow();
    }

    private ServerApi nobody() throws IOException {
        return ServerApi.at(url(), "");
    }

    /** The token of a source that may speak for what is named, as in {@code product:mail}. */
    public String source(String name, String... speaksFor)
            throws IOException, InterruptedException {
        return api().post("/api/v1/sources", Map.of("name", name, "speaksFor", List.of(speaksFor)))
                .required("token")
                .asString();
    }

    public String url() {
        return settings.url();
    }

    public URI otlp() {
        return URI.create(settings.otlpUrl());
    }

    /** The server's data directory. */
    public Path data() {
        return settings.data().path();
    }

    /** The launcher's command line on this rig, as in {@code runside hold}; its exit code. */
    public int runside(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("--data", data().toString()));
        return new JavaProgram(home, "cli", home.asProperties(), words)
                .start(settings.data().openLog("cli"))
                .waitFor();
    }

    @Override
    public void close() {
        agent.ifPresent(process -> Stopping.stop(process.toHandle(), STOP_LIMIT));
        server.ifPresent(process -> Stopping.stop(process.toHandle(), STOP_LIMIT));
        try {
            Postmaster.find(settings.data()).ifPresent(Postmaster::stop);
            for (Victim victim : victims) {
                victim.stop();
            }
        } catch (IOException e) {
            throw new IllegalStateException("Something of the rig is left in " + data(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
