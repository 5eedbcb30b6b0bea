package dev.runside.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.estate.Input;
import dev.runside.core.run.Run;
import dev.runside.core.run.StepResult;
import dev.runside.core.run.StepResult.Outcome;
import dev.runside.core.signal.Signal;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.server.ApiClient;
import dev.runside.server.ApiClient.Answer;
import dev.runside.server.Soon;
import dev.runside.server.access.TestTokens;
import dev.runside.server.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

/** Lets things happen to the {@link PageCompany}, through the engine as it runs. */
final class Company {

    private final Engine engine;
    private final JdbcClient database;

    private final ApiClient api;

    Company(ApplicationContext server, int port) {
        this.engine = server.getBean(Engine.class);
        this.database = server.getBean(JdbcClient.class);
        this.api = new ApiClient(port, TestTokens.of(server).admin("root"));
    }

    /** Puts the definitions in force. */
    void founded() {
        Answer answer =
                api.post(
                        "/api/v1/definitions",
                        Map.of("files", List.of(Map.of("name", "company.yaml", "text", yaml()))));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private static String yaml() {
        try (InputStream in = Company.class.getResourceAsStream("company.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Again and again, so that it is not missed while the test goes on. */
    AutoCloseable agentAtWork() {
        agentShowsItself();
        ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
        pulse.scheduleAtFixedRate(this::agentShowsItself, 5, 5, TimeUnit.SECONDS);
        return pulse::shutdownNow;
    }

    private void agentShowsItself() {
        engine.submit(
                        new Input.AgentPolled(
                                PageCompany.AGENT, "0.1", Set.of("packer", "relay"), false))
                .join();
    }

    void signal(String kind, Ref subject, Map<String, String> attributes) {
        Instant now = now();
        engine.submit(
                        new Input.Observed(
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
                                        kind + subject)))
                .join();
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
        engine.submit(
                        new Input.Raised(
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
                                        Optional.empty())))
                .join();
    }

    void over(String kind, Ref subject) {
        engine.submit(new Input.Cleared(Finding.key(kind, subject, "seen"), now(), "fine again"))
                .join();
    }

    /** The agent takes the step under way and reports it. */
    void agentDoes(Outcome outcome, Map<String, String> output) {
        Run run = run();
        String key = run.stepKey();
        engine.submit(new Input.StepSent(key)).join();
        engine.submit(
                        new Input.StepReported(
                                new StepResult(
                                        key,
                                        run.step().orElseThrow().id(),
                                        outcome,
                                        "",
                                        output,
                                        now())))
                .join();
    }

    void measured(double good, double total) {
        engine.submit(new Input.Measured(run().id(), good, total)).join();
    }

    private Run run() {
        return engine.ask(draft -> draft.all(Run.class).reduce((_, last) -> last).orElseThrow())
                .join();
    }

    /** The live incident whose suspect this is. */
    Incident incident(Ref suspect) {
        return Soon.get(
                        () ->
                                engine.ask(draft ->
                                                draft.all(Incident.class)
                                                        .filter(Incident::live)
                                                        .filter(incident ->
                                                                incident.judgement()
                                                                        .suspect()
                                                                        .equals(suspect))
                                                        .findFirst())
                                        .join(),
                        Optional::isPresent)
                .orElseThrow();
    }

    void hold(boolean on, Ref by, String reason) {
        engine.submit(new Input.SetHold(on, by, reason)).join();
    }

    /** Half an hour of an indicator, with a hole and a fall at its end. */
    void counted(String indicator, double perBucket, double shareGood, boolean falls) {
        long last = now().getEpochSecond() / 10;
        for (long index = last - 180; index <= last; index++) {
            boolean hole = index % 97 < 4 && index < last - 20;
            double wave = 1 + 0.12 * Math.sin(index / 5.0) + 0.05 * Math.sin(index * 2.3);
            double fallen = falls && index > last - 12 ? 0.06 : 1;
            if (!hole) {
                bucket(indicator, index, Math.rint(perBucket * wave * fallen), shareGood);
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
}
