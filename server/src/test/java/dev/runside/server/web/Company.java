package dev.runside.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.estate.Input;
import dev.runside.core.page.Page;
import dev.runside.core.run.Deed;
import dev.runside.core.run.Run;
import dev.runside.core.run.StepResult;
import dev.runside.core.run.StepResult.Outcome;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Decision;
import dev.runside.core.triage.Alerts;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.server.ApiClient;
import dev.runside.server.ApiClient.Answer;
import dev.runside.server.Soon;
import dev.runside.server.access.TestTokens;
import dev.runside.server.engine.Engine;
import dev.runside.server.engine.Incidents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The company of {@code company.yaml}, with an agent at work: things happen to it through the
 * engine as it runs.
 */
final class Company implements AutoCloseable {

    static final Ref MAIL = Ref.parse("product:mail");
    static final Ref STORE = Ref.parse("hop:mail/store");
    static final Ref ROLLUP = Ref.parse("hop:stats/rollup");
    static final Ref DIALER = Ref.parse("hop:alarm/dialer");
    static final Ref PACKER = Ref.parse("hop:archive/packer");
    static final Ref DATABASE = Ref.parse("system:mail-db");

    private static final Ref AGENT = Ref.parse("agent:keeper");
    private static final int PULSE_SECONDS = 5;

    private final Engine engine;
    private final Incidents incidents;
    private final JdbcClient database;
    private final ApiClient api;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();

    private Company(ApplicationContext server, int port) {
        this.engine = server.getBean(Engine.class);
        this.incidents = server.getBean(Incidents.class);
        this.database = server.getBean(JdbcClient.class);
        this.api = new ApiClient(port, TestTokens.of(server).admin("root"));
    }

    /** The definitions are in force when this returns. */
    static Company founded(ApplicationContext server, int port) {
        Company company = new Company(server, port);
        company.apply(yaml(), false);
        company.agentShowsItself();
        company.pulse.scheduleAtFixedRate(
                company::agentShowsItself, PULSE_SECONDS, PULSE_SECONDS, TimeUnit.SECONDS);
        return company;
    }

    /** Only the first person is left, as before anybody defined anything. */
    void emptied() {
        apply(yaml().split("\n---\n", 2)[0], true);
    }

    void foundedAgain() {
        apply(yaml(), false);
    }

    private void apply(String text, boolean prune) {
        Map<String, Object> files =
                Map.of(
                        "files",
                        List.of(Map.of("name", "company.yaml", "text", text)),
                        "prune",
                        prune);
        Answer answer = api.post("/api/v1/definitions", files);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private static String yaml() {
        try (InputStream in = Company.class.getResourceAsStream("company.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void agentShowsItself() {
        engine.submit(new Input.AgentPolled(AGENT, "0.1", Set.of("packer", "relay"), false)).join();
    }

    void signal(String kind, Ref subject) {
        signal(kind, subject, Map.of());
    }

    void signal(String kind, Ref subject, Map<String, String> attributes) {
        Instant now = now();
        Signal signal =
                new Signal(
                        "sig_" + UUID.randomUUID(),
                        Ref.parse("source:probe"),
                        now,
                        now,
                        kind,
                        Optional.of(subject),
                        Signal.Severity.CRITICAL,
                        kind,
                        attributes,
                        kind + subject);
        engine.submit(new Input.Observed(List.of(signal))).join();
    }

    void finding(String kind, Ref subject, Function function, String sentence, double... picture) {
        finding(kind, subject, function, Optional.empty(), sentence, picture);
    }

    void finding(
            String kind,
            Ref subject,
            Function function,
            Optional<String> indicator,
            String sentence,
            double... picture) {
        Instant now = now();
        Finding finding =
                new Finding(
                        Finding.key(kind, subject, "seen"),
                        kind,
                        subject,
                        Layer.PRODUCT,
                        function,
                        indicator,
                        "",
                        now.minusSeconds(8),
                        now,
                        now,
                        sentence,
                        Arrays.stream(picture).boxed().toList(),
                        Finding.State.OPEN,
                        Optional.empty(),
                        Optional.empty(),
                        Alerts.NONE,
                        0);
        engine.submit(new Input.Raised(finding)).join();
    }

    /** The agent takes the step under way and reports it. */
    void agentDoes(Outcome outcome, Map<String, String> output) {
        Run run = run();
        String key = run.stepKey();
        String step = run.step().orElseThrow().id();
        engine.submit(new Input.StepSent(key)).join();
        engine.submit(new Input.StepReported(new StepResult(key, step, outcome, "", output, now())))
                .join();
    }

    void measured(double good, double total) {
        engine.submit(new Input.Measured(run().id(), good, total)).join();
    }

    private Run run() {
        return engine.ask(draft -> draft.all(Run.class).reduce((_, last) -> last).orElseThrow())
                .join();
    }

    /** The number of the live incident whose suspect this is, once it is paged. */
    long paged(Ref suspect) {
        return Soon.get(() -> live(suspect), found -> found.filter(this::isPaged).isPresent())
                .orElseThrow()
                .number();
    }

    /** Its page went out: one that still waits stands in nobody's inbox. */
    private boolean isPaged(Incident incident) {
        return engine.ask(draft ->
                        draft.all(Page.class)
                                .filter(page -> page.incident().equals(incident.id()))
                                .anyMatch(page -> page.sentAt().isPresent()))
                .join();
    }

    private Optional<Incident> live(Ref suspect) {
        return engine.ask(draft ->
                        draft.all(Incident.class)
                                .filter(Incident::live)
                                .filter(one -> one.judgement().suspect().equals(suspect))
                                .findFirst())
                .join();
    }

    /** The newest incident whose suspect this is, whatever became of it. */
    long newest(Ref suspect) {
        return incidents.list(Set.of(), Long.MAX_VALUE, 100).stream()
                .filter(incident -> incident.judgement().suspect().equals(suspect))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** All is well at the hop again, and its owner says so. */
    void settled(Ref hop, Ref owner) {
        signal("answering", hop);
        engine.submit(new Input.Cleared(Finding.key("errors", hop, "seen"), now(), "fine")).join();
        live(hop)
                .ifPresent(incident ->
                        engine.submit(new Input.Resolve(incident.id(), owner, "a loose wire"))
                                .join());
    }

    /** The owner has the keeper do something about the live incident at the hop. */
    void did(Ref hop, Ref owner, Action action) {
        String incident = live(hop).orElseThrow().id();
        Decision decision =
                engine.submit(new Input.Exec(incident, owner, action, Duration.ofSeconds(20)))
                        .join();
        assertThat(decision.refusal()).isEmpty();
        String key =
                engine.ask(draft -> draft.all(Deed.class).reduce((_, last) -> last).orElseThrow())
                        .join()
                        .stepKey();
        engine.submit(new Input.StepSent(key)).join();
        engine.submit(
                        new Input.StepReported(
                                new StepResult(key, "deed", Outcome.DONE, "", Map.of(), now())))
                .join();
    }

    void hold(boolean on, Ref by, String reason) {
        engine.submit(new Input.SetHold(on, by, reason)).join();
    }

    /** Half an hour of an indicator, with a hole in it. */
    void counted(String indicator, double perBucket, double shareGood, boolean fallsAtTheEnd) {
        long last = now().getEpochSecond() / 10;
        for (long index = last - 180; index <= last; index++) {
            boolean hole = index > last - 90 && index < last - 84;
            double wave = 1 + 0.12 * Math.sin(index / 5.0) + 0.05 * Math.sin(index * 2.3);
            double fallen = fallsAtTheEnd && index > last - 12 ? 0.06 : 1;
            double good = shareGood - (1 - shareGood) * Math.sin(index / 9.0);
            if (!hole) {
                bucket(indicator, index, Math.rint(perBucket * wave * fallen), good);
            }
        }
    }

    private void bucket(String indicator, long index, double total, double shareGood) {
        database.sql(
                        """
                        insert into indicator_bucket (indicator, start, good, total, samples)
                        values (:indicator, to_timestamp(:start), :good, :total, 10)
                        on conflict (indicator, start) do update set good = excluded.good, total = excluded.total
                        """)
                .param("indicator", indicator)
                .param("start", index * 10)
                .param("good", total * shareGood)
                .param("total", total)
                .update();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        pulse.shutdownNow();
    }
}
