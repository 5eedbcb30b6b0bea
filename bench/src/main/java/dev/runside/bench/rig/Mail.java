package dev.runside.bench.rig;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A small company as definitions: the product {@code mail}, owned by {@code user:ada}, with one hop
 * for each name, which a runbook restarts when its process is gone. The agent's own probes verify
 * it.
 *
 * @param hops which are also the names of the services in {@code agent.yaml}
 */
public record Mail(List<String> hops) {

    private static final String COMPANY =
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
            spec: {owner: user:pat, lifecycle: active, actions: [service, command]}
            ---
            apiVersion: runside.dev/v1
            kind: Charter
            metadata: {name: mail-owner}
            spec:
              holder: user:ada
              scope: [product:mail]
              rights: [{act: remediate, how: alone}]
            ---
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: mail}
            spec:
              title: Mail
              owner: user:ada
              hops: [%s]
            """;

    private static final String INDICATOR =
            """
            ---
            apiVersion: runside.dev/v1
            kind: Indicator
            metadata: {name: %1$s-answers}
            spec:
              title: The %1$s answers
              subject: hop:mail/%1$s
              layer: product
              function: platform
              ratio: {metric: runside.probe, where: {service: %1$s}, bad: {result: miss}}
              objective: 0.99
              findings: []
            """;

    private static final String RUNBOOK =
            """
            ---
            apiVersion: runside.dev/v1
            kind: Runbook
            metadata: {name: %1$s-gone, product: mail, keeper: user:ada}
            spec:
              stage: act
              when: incident.suspect == "hop:mail/%1$s" && finding.kind in ["process-gone", "no-answer"]
              diagnose:
                - {id: alive, run: {service: status, name: %1$s}, timeout: 3s}
              remedy:
            %2$s
                - {id: restart, if: 'alive.state != "answering"', run: {service: restart, name: %1$s}, timeout: 20s}
              verify: {indicator: %1$s-answers, good: 0.99, atLeast: 2, after: 0s, within: 60s}
              limits: {perHour: 6, cooldown: 30s, flap: 3 in 15m, blast: product}
              pageBy: 3m
            """;

    public Mail {
        hops = List.copyOf(hops);
    }

    /** One YAML text, for {@link Rig#apply}. */
    public String definitions() {
        String named =
                hops.stream()
                        .map("{name: %s, function: platform}"::formatted)
                        .collect(Collectors.joining(", "));
        String each =
                hops.stream()
                        .map(hop -> INDICATOR.formatted(hop) + runbook(hop, List.of()))
                        .collect(Collectors.joining());
        return COMPANY.formatted(named) + each;
    }

    /**
     * The runbook of a hop.
     *
     * @param before steps that the remedy begins with, each as one line of YAML
     */
    public static String runbook(String hop, List<String> before) {
        return RUNBOOK.formatted(
                hop, before.stream().map("    - %s"::formatted).collect(Collectors.joining("\n")));
    }
}
