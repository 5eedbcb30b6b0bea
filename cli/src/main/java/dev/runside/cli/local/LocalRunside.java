package dev.runside.cli.local;

import dev.runside.cli.client.Credentials;
import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A server and an agent on this machine, kept running until {@link #close}.
 *
 * <p>In this order: {@link #startServer}, {@link #enrolFirstPerson}, {@link #enrolAgent}, {@link
 * #startAgent}. {@code close} may come at any moment and from any thread, also while one of them is
 * under way.
 */
public final class LocalRunside implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);

    private final Programs programs;
    private final Settings settings;
    private final Consumer<String> tell;
    private final UnaryOperator<JavaProgram> asStarted;
    private final Instant startedAt = Instant.now();
    private final List<KeptProcess> processes = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<FolderLock> lock = Optional.empty();
    private volatile Optional<Long> readyAfterMs = Optional.empty();
    private boolean closing;

    /**
     * @param tell hears, a sentence at a time, what a person at the terminal should know
     */
    public LocalRunside(Home home, Settings settings, Consumer<String> tell) {
        this(home, settings, tell, UnaryOperator.identity());
    }

    LocalRunside(
            Home home,
            Settings settings,
            Consumer<String> tell,
            UnaryOperator<JavaProgram> asStarted) {
        this.programs = new Programs(home, settings);
        this.settings = settings;
        this.tell = tell;
        this.asStarted = asStarted;
    }

    public Settings settings() {
        return settings;
    }

    /** Returns when the server says that it is ready. */
    public void startServer() throws IOException, InterruptedException {
        takeFolder();
        refuseTakenPorts();
        layOutTrust();
        LogTail tail = LogTail.fromNow(settings.data().log("server"));
        long began = System.nanoTime();
        KeptProcess server = begin(programs.server());
        switch (Readiness.await(server.process(), api(""), READY_LIMIT)) {
            case Readiness.Ready() -> {
                readyAfterMs = Optional.of((System.nanoTime() - began) / 1_000_000);
                keep(server);
            }
            case Readiness.Ended(int code) ->
                    throw failed("The server ended (code %d)".formatted(code), tail);
            case Readiness.TooLate(Duration limit, String last) ->
                    throw failed(
                            "The server was not ready after %d s (%s)"
                                    .formatted(limit.toSeconds(), last),
                            tail);
        }
    }

    /**
     * Makes this machine's user the first person of a new installation, if it is one.
     *
     * @return how that person is known to the server; absent where somebody else was the first
     */
    public Optional<Credentials> enrolFirstPerson(String person)
            throws IOException, InterruptedException {
        return new FirstPerson(settings, api("")).enrol(person);
    }

    /** Gives an agent that has no key a one-time token to enrol itself with, in a person's name. */
    public void enrolAgent(String name, Credentials person)
            throws IOException, InterruptedException {
        new AgentEnrolment(settings.data(), api(person.token())).prepare(name);
    }

    public void startAgent(String name) throws IOException {
        keep(begin(programs.agent(name)));
    }

    public ServerApi api(String token) throws IOException {
        return ServerApi.at(settings.url(), token, settings.data().trustStore());
    }

    /** Returns when somebody has closed this. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /** Stops the agent, then the server with its database; leaves no process and no port behind. */
    @Override
    public void close() {
        for (KeptProcess process : beginClosing().reversed()) {
            process.close();
        }
        try {
            leaveFolder();
        } catch (IOException e) {
            tell.accept("The data folder could not be tidied: " + e.getMessage());
        } finally {
            closed.countDown();
        }
    }

    private synchronized List<KeptProcess> beginClosing() {
        closing = true;
        List<KeptProcess> toStop = List.copyOf(processes);
        processes.clear();
        return toStop;
    }

    private synchronized KeptProcess begin(JavaProgram program) throws IOException {
        refuseWhenClosing();
        KeptProcess process = KeptProcess.start(asStarted.apply(program), settings.data());
        processes.add(process);
        writeRunFile();
        return process;
    }

    private synchronized void refuseWhenClosing() throws StartFailedException {
        if (closing) {
            throw new StartFailedException("Stopped before it was ready.");
        }
    }

    private void keep(KeptProcess process) {
        process.keep(tell, this::rewriteRunFile);
    }

    private synchronized void takeFolder() throws IOException {
        settings.data().create();
        lock = FolderLock.tryTake(settings.data());
        if (lock.isEmpty()) {
            throw StartFailedException.runsAlready(settings.data());
        }
        new Leftovers(settings.data(), tell).stop();
    }

    private synchronized void leaveFolder() throws IOException {
        if (lock.isPresent()) {
            new Leftovers(settings.data(), tell).stop();
            lock.get().close();
            lock = Optional.empty();
        }
    }

    private void refuseTakenPorts() throws IOException {
        List<String> complaints = PortCheck.complaints(settings.listening(), programs.home());
        if (!complaints.isEmpty()) {
            throw new StartFailedException(String.join("\n", complaints));
        }
    }

    private void layOutTrust() throws IOException {
        Path trustStore = settings.data().trustStore();
        switch (settings.listening().transport()) {
            case Transport.Plain() -> Files.deleteIfExists(trustStore);
            case Transport.Tls(Path chain, Path _) ->
                    new TrustedCertificate(chain).writeTo(trustStore);
        }
    }

    private StartFailedException failed(String what, LogTail tail) throws IOException {
        refuseWhenClosing();
        return new StartFailedException(
                what + ". Its last words:\n" + tail.lastLines() + "\nAll of them: " + tail.log());
    }

    private synchronized void rewriteRunFile() {
        if (closing) {
            return;
        }
        try {
            writeRunFile();
        } catch (IOException e) {
            tell.accept("run.json could not be written: " + e.getMessage());
        }
    }

    private void writeRunFile() throws IOException {
        Stream<RunningProcess> keeper =
                Stream.of(RunningProcess.of(RunFile.KEEPER, ProcessHandle.current()));
        new RunFile(
                        settings.url(),
                        settings.otlpUrl(),
                        Optional.of(settings.otlpGrpcUrl()),
                        startedAt,
                        readyAfterMs,
                        Stream.concat(keeper, processes.stream().map(KeptProcess::running))
                                .toList())
                .write(settings.data());
    }
}
