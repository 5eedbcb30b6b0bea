package dev.runside.server.intake.kit;

import dev.runside.core.Ref;
import dev.runside.core.estate.Input;
import dev.runside.server.ApiClient;
import dev.runside.server.Soon;
import dev.runside.server.access.TestTokens;
import dev.runside.server.engine.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A product with one hop, one indicator of it, a runbook that the indicator starts and verifies,
 * and the agent that does its steps. Each test has one of its own.
 */
final class HealedCompany {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static final String DEFINITIONS =
            """
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ada}
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: pat}
            spec: {roles: [architect, platform-owner]}
            ---
            apiVersion: runside.dev/v1
            kind: Agent
            metadata: {name: PRODUCT}
            spec: {owner: user:pat, lifecycle: active, actions: [service]}
            ---
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: PRODUCT}
            spec: {owner: user:ada, hops: [{name: relay, function: platform, service: PRODUCT}]}
            ---
            apiVersion: runside.dev/v1
            kind: Charter
            metadata: {name: PRODUCT}
            spec: {holder: user:ada, scope: [product:PRODUCT], rights: [{act: remediate, how: alone}]}
            ---
            SOURCE
            ---
            apiVersion: runside.dev/v1
            kind: Indicator
            metadata: {name: PRODUCT}
            spec:
              subject: hop:PRODUCT/relay
              layer: product
              function: platform
              MEASURE
              objective: 0.99
              findings: [{failing: {share: 0.5, over: 1m, atLeast: 1}}]
            ---
            apiVersion: runside.dev/v1
            kind: Runbook
            metadata: {name: PRODUCT, product: PRODUCT, keeper: user:ada}
            spec:
              stage: act
              when: incident.suspect == "hop:PRODUCT/relay" && finding.kind == "errors"
              diagnose:
                - {id: alive, run: {service: status, name: PRODUCT}, timeout: 20s}
              remedy:
                - {id: restart, if: 'alive.state != "answering"', run: {service: restart, name: PRODUCT}, timeout: 20s}
              verify: {indicator: PRODUCT, good: 0.9, atLeast: 1, after: 0s, within: WITHIN}
              limits: {perHour: 6, cooldown: 1s, flap: 3 in 15m, blast: product}
              pageBy: 2m
            """;

    private final ApiClient ada;
    private final ApiClient agent;
    private final Engine engine;
    private final String product = "kit" + NUMBERS.incrementAndGet();

    HealedCompany(ApplicationContext server) {
        int port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        this.ada = new ApiClient(port, TestTokens.of(server).admin("ada"));
        this.engine = server.getBean(Engine.class);
        this.agent = new ApiClient(port, TestTokens.of(server).agent(product));
    }

    /** The product's name, its hop's {@code service.name} and the indicator's name. */
    String product() {
        return product;
    }

    String hop() {
        return "hop:" + product + "/relay";
    }

    /**
     * @param source a definition of a source that is asked; empty where it sends by itself
     * @param measure what the indicator measures, as one line
     */
    void isDefined(String source, String measure, String within) {
        String text =
                DEFINITIONS
                        .replace(source.isEmpty() ? "SOURCE\n---\n" : "SOURCE", source)
                        .replace("MEASURE", measure)
                        .replace("WITHIN", within)
                        .replace("PRODUCT", product);
        var applied =
                ada.post(
                        "/api/v1/definitions",
                        Map.of("files", List.of(Map.of("name", "kit.yaml", "text", text))));
        if (applied.status() != 200) {
            throw new AssertionError(applied.toString());
        }
        Ref keeper = Ref.parse("agent:" + product);
        engine.submit(new Input.AgentPolled(keeper, "1", Set.of(product), false)).join();
    }

    /** Does the steps of the runbook up to the end of the remedy. */
    void isRemedied() {
        Soon.get(this::stepDone, step -> step.path("key").asString("").contains("/remedy/"));
        Soon.get(this::remedyEndedAt, ended -> ended.isAfter(Instant.EPOCH));
    }

    private JsonNode stepDone() {
        JsonNode step = poll();
        if (step.isObject()) {
            report(step);
        }
        return step;
    }

    JsonNode awaitPhase(String phase) {
        return Soon.get(this::incident, one -> phase(one).equals(phase));
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        return Soon.get(this::incident, wanted);
    }

    /** Of all incidents; the platform's own are another's. */
    List<String> openFindings() {
        return incidents().stream()
                .flatMap(incident -> incident.path("findings").valueStream())
                .filter(finding -> finding.path("state").asString().equals("open"))
                .map(finding ->
                        finding.path("kind").asString() + " " + finding.path("subject").asString())
                .toList();
    }

    /** What open findings say. */
    List<String> openSentences() {
        return incidents().stream()
                .flatMap(incident -> incident.path("findings").valueStream())
                .filter(finding -> finding.path("state").asString().equals("open"))
                .map(finding -> finding.path("sentence").asString())
                .toList();
    }

    static String phase(JsonNode incident) {
        return incident.path("runs").path(0).path("phase").asString("");
    }

    static boolean isPaged(JsonNode incident) {
        return incident.path("pages")
                .valueStream()
                .anyMatch(page -> page.path("sentAt").isString());
    }

    /** The newest about the hop; nothing where there is none yet. */
    JsonNode incident() {
        return incidents().stream()
                .filter(incident -> incident.path("findings").toString().contains(hop()))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private List<JsonNode> incidents() {
        return ada.get("/api/v1/incidents?state=all&limit=200")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private Instant remedyEndedAt() {
        JsonNode ended = incident().path("runs").path(0).path("remedyEndedAt");
        return ended.isString() ? Instant.parse(ended.asString()) : Instant.EPOCH;
    }

    private JsonNode poll() {
        var answer =
                agent.post(
                        "/api/v1/agents/poll",
                        Map.of(
                                "version",
                                "1",
                                "actions",
                                List.of("service"),
                                "services",
                                List.of(Map.of("name", product, "state", "gone", "may", true)),
                                "hold",
                                false,
                                "epochSeen",
                                1,
                                "atWork",
                                List.of()));
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.body().path("step");
    }

    private void report(JsonNode step) {
        agent.post(
                "/api/v1/agents/report",
                Map.of(
                        "key",
                        step.path("key").asString(),
                        "epoch",
                        step.path("epoch").asLong(),
                        "outcome",
                        "done",
                        "output",
                        Map.of("state", "gone")));
    }
}
