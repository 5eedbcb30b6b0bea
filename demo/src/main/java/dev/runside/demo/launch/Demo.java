package dev.runside.demo.launch;

import dev.runside.cli.client.Credentials;
import dev.runside.cli.client.ServerApi;
import dev.runside.cli.local.Home;
import dev.runside.cli.local.LocalRunside;
import dev.runside.cli.local.PortCheck;
import dev.runside.cli.local.RunFile;
import dev.runside.cli.local.Settings;
import dev.runside.cli.local.StartFailedException;
import dev.runside.demo.company.AgentFile;
import dev.runside.demo.company.Premises;
import dev.runside.demo.company.StartCache;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Runside and the company, from the first start to the last stop. Both start at the same time. */
public final class Demo implements AutoCloseable {

    private static final String AGENT = "local";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Home home;
    private final Consumer<String> tell;
    private final Site site;
    private final Premises premises;
    private final Tokens tokens;
    private final LocalRunside runside;

    /**
     * @throws IOException where another demo runs on this folder, or a port is taken
     */
    public Demo(Home home, Settings settings, Consumer<String> tell) throws IOException {
        refuseTwice(home, settings);
        this.home = home;
        this.tell = tell;
        this.site =
                Premises.prepare(
                        settings.data().path(),
                        URI.create(settings.url()),
                        URI.create(settings.otlpUrl()));
        this.premises = new Premises(site);
        this.tokens = new Tokens(site);
        this.runside = new LocalRunside(home, withPager(settings), tell);
    }

    private static void refuseTwice(Home home, Settings settings) throws IOException {
        if (RunFile.findAlive(settings.data()).isPresent()) {
            throw StartFailedException.runsAlready(settings.data());
        }
        List<String> complaints = PortCheck.complaints(settings.listening(), home);
        if (!complaints.isEmpty()) {
            throw new IOException(String.join("\n", complaints));
        }
    }

    private Settings withPager(Settings settings) {
        return settings.withServerArguments(
                List.of(
                        "--runside.pager.webhook-url=" + site.address("people").resolve("/pages"),
                        "--runside.pager.webhook-secret-file="
                                + site.secret("pager-webhook").file()));
    }

    /** Returns when orders come through. */
    public void start() throws IOException, InterruptedException {
        premises.close();
        if (StartCache.isStale()) {
            tell.accept(
                    "Rehearsing the shop, so that its next starts are quick: once after each build, up to a minute.");
            StartCache.make();
        }
        FutureTask<Void> opening = inParallel(this::openPremises);
        runside.startServer();
        tell.accept("Runside is there.");
        Credentials first = setUp();
        new AgentFile(site).write(site.directory().resolve("agent").resolve("agent.yaml"));
        await(opening);
        premises.openRest();
        premises.welcome(PATIENCE);
        tell.accept("The shop is open.");
        runside.enrolAgent(AGENT, first);
        runside.startAgent(AGENT);
        new Readiness(site).await();
    }

    /** Services that have no token yet would only be refused: at a first start they come later. */
    private Void openPremises() throws IOException {
        premises.openDatabase();
        if (tokens.sourcesKnown()) {
            premises.openRest();
        }
        return null;
    }

    private Credentials setUp() throws IOException, InterruptedException {
        Credentials first =
                runside.enrolFirstPerson(Tokens.FIRST_PERSON)
                        .orElseThrow(
                                () -> new IOException("Somebody else set up " + site.directory()));
        ServerApi api = runside.api(first.token());
        new Definitions(definitions()).apply(api);
        tokens.person(Tokens.FIRST_PERSON).write(first.token());
        tokens.fetchMissing(api, runside.api(""));
        return first;
    }

    private Path definitions() {
        return home.folder().resolve("demo").resolve("definitions");
    }

    /** A link that signs the platform owner in, once. */
    public String signInLink() throws IOException, InterruptedException {
        return as(Tokens.FIRST_PERSON)
                .post("/api/v1/login-links", Map.of())
                .required("url")
                .asString();
    }

    /** Runside as one of the company's people sees it. */
    public ServerApi as(String person) throws IOException {
        return runside.api(tokens.person(person).read());
    }

    public Site site() {
        return site;
    }

    public void awaitClose() throws InterruptedException {
        runside.awaitClose();
    }

    /** Runside first, so that nobody heals what is closed on purpose. */
    @Override
    public void close() {
        runside.close();
        premises.close();
    }

    private static FutureTask<Void> inParallel(Callable<Void> work) {
        FutureTask<Void> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static void await(FutureTask<Void> task) throws IOException, InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.toString() : e.getCause().getMessage(), e);
        }
    }
}
