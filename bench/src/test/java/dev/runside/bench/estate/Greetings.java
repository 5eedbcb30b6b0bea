package dev.runside.bench.estate;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The company as definitions, and what its ops agent may do. */
final class Greetings {

    static final String WEB = "hop:greetings/web";

    private static final String DEFINITIONS =
            """
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ada}
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ari}
            spec: {roles: [architect]}
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: pat}
            spec: {roles: [platform-owner]}
            ---
            apiVersion: runside.dev/v1
            kind: Agent
            metadata: {name: local}
            spec: {owner: user:pat, lifecycle: active, actions: [service]}
            ---
            apiVersion: runside.dev/v1
            kind: Charter
            metadata: {name: greetings-owner}
            spec:
              holder: user:ada
              scope: [product:greetings]
              rights: [{act: remediate, how: alone}]
            ---
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: greetings}
            spec:
              owner: user:ada
              hops: [{name: web, function: platform}, {name: greeter, function: development}]
            ---
            apiVersion: runside.dev/v1
            kind: Flow
            metadata: {name: greet}
            spec: {product: greetings, path: [hop:greetings/web, hop:greetings/greeter], strength: hard}
            ---
            apiVersion: runside.dev/v1
            kind: DataSource
            metadata: {name: metrics}
            spec: {type: prometheus, url: "http://127.0.0.1:%d"}
            ---
            apiVersion: runside.dev/v1
            kind: Indicator
            metadata: {name: web-answers}
            spec:
              subject: hop:greetings/web
              layer: product
              function: platform
              threshold: {source: metrics, query: 'up{job="web"}', op: gte, value: 1, every: 1s, fresh: 2s}
              objective: 0.99
              findings: []
            ---
            apiVersion: runside.dev/v1
            kind: Indicator
            metadata: {name: web-alert}
            spec:
              subject: hop:greetings/web
              layer: product
              function: platform
              alert: {name: InstanceDown, where: {job: web}}
              objective: 0.99
              findings: []
            ---
            apiVersion: runside.dev/v1
            kind: Runbook
            metadata: {name: web-hangs, product: greetings, keeper: user:ada}
            spec:
              stage: act
              when: incident.suspect == "hop:greetings/web" && finding.kind == "alert" && finding.object == "InstanceDown"
              diagnose:
                - {id: alive, run: {service: status, name: web}, timeout: 3s}
              remedy:
                - {id: restart, if: 'alive.state != "answering"', run: {service: restart, name: web}, timeout: 20s}
              verify: {indicator: web-answers, good: 0.9, atLeast: 5, after: 2s, within: 20s}
              limits: {perHour: 6, cooldown: 1s, flap: 6 in 15m, blast: product}
              pageBy: 2m
            """;

    private Greetings() {}

    static String definitions(Company company) throws IOException {
        return DEFINITIONS.formatted(company.port("PROMETHEUS"));
    }

    /** The same, with the alert's own state to say whether it helped. */
    static String verifiedByAlert(Company company) throws IOException {
        return definitions(company)
                .replace(
                        "verify: {indicator: web-answers, good: 0.9, atLeast: 5, after: 2s, within: 20s}",
                        "verify: {indicator: web-alert, good: 1, atLeast: 1, within: 30s}");
    }

    /** Its own questions are so slow that only Prometheus notices in time. JSON is YAML. */
    static String agentFile(Company company) throws IOException {
        Map<String, Object> web =
                Map.of(
                        "name", "web",
                        "hop", WEB,
                        "command", company.webCommand(),
                        "directory", company.folder().toString(),
                        "pidFile", company.pidFile("web").toString(),
                        "logFile", company.folder().resolve("log/web.log").toString(),
                        "health", "tcp://127.0.0.1:" + company.port("WEB"),
                        "may", List.of("status", "restart"));
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "name", "local",
                                "services", List.of(web),
                                "probe", Map.of("over", "3m")));
    }
}
