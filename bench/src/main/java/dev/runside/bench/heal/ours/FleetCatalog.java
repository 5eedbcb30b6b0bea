package dev.runside.bench.heal.ours;

import dev.runside.bench.heal.fleet.Fleet;
import dev.runside.bench.heal.fleet.Service;
import java.util.stream.Collectors;

/**
 * The definitions of a fleet: for each service what {@code runside init} writes for one, with its
 * guardrails as they are.
 */
record FleetCatalog(Fleet fleet) {

    /** As {@code limits} and {@code verify} stand in every runbook here; for the report. */
    static final String LIMITS = "{perHour: 6, cooldown: 30s, flap: 3 in 15m, blast: product}";

    static final String VERIFY = "good: 0.99, atLeast: 5, within: 60s";

    private static final String COMPANY =
            """
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ada}
            spec: {roles: [architect, platform-owner]}
            ---
            apiVersion: runside.dev/v1
            kind: Agent
            metadata: {name: local}
            spec: {owner: user:ada, lifecycle: active, actions: [service]}
            ---
            apiVersion: runside.dev/v1
            kind: Charter
            metadata: {name: fleet-owner}
            spec:
              holder: user:ada
              scope: [product:fleet]
              rights:
                - {act: remediate, how: alone}
                - {act: resolve, how: alone}
                - {act: stop, how: alone}
                - {act: hold, how: alone}
                - {act: apply, how: alone}
            ---
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: fleet}
            spec:
              owner: user:ada
              hops: [%s]
            """;

    private static final String SERVICE =
            """
            ---
            apiVersion: runside.dev/v1
            kind: Flow
            metadata: {name: %1$s-requests}
            spec: {product: fleet, path: [hop:fleet/%1$s]}
            ---
            apiVersion: runside.dev/v1
            kind: Indicator
            metadata: {name: %1$s-answers}
            spec:
              subject: hop:fleet/%1$s
              layer: product
              function: development
              ratio: {metric: runside.probe, bad: {result: miss}}
              objective: 0.99
              findings:
                - failing: {share: 0.2, over: 20s, atLeast: 10}
            ---
            apiVersion: runside.dev/v1
            kind: Runbook
            metadata: {name: %1$s-gone, product: fleet, keeper: user:ada}
            spec:
              stage: act
              when: incident.suspect == "hop:fleet/%1$s" && finding.kind in ["process-gone", "no-answer"]
              diagnose:
                - {id: alive, run: {service: status, name: %1$s}, timeout: 3s}
              remedy:
                - {id: restart, if: 'alive.state != "answering"', run: {service: restart, name: %1$s}, timeout: 30s}
              verify: {indicator: %1$s-answers, %2$s}
              limits: %3$s
              pageBy: 3m
            """;

    String text() {
        String hops =
                fleet.services().stream()
                        .map(service ->
                                "{name: %s, function: development}".formatted(service.name()))
                        .collect(Collectors.joining(", "));
        return COMPANY.formatted(hops)
                + fleet.services().stream()
                        .map(Service::name)
                        .map(name -> SERVICE.formatted(name, VERIFY, LIMITS))
                        .collect(Collectors.joining());
    }
}
