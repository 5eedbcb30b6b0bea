package dev.runside.server;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.triage.Alerts;
import dev.runside.core.triage.Finding;
import dev.runside.server.access.TestTokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * An estate for tests: products {@code mail1} … {@code mail30}, each with one hop {@code relay}, so
 * that each test has an incident of its own, paged at once; and {@code healed}, whose {@code relay}
 * has a runbook. Its pager is a {@link WebhookReceiver}.
 */
@TestConfiguration
public class MailCompany {

    public static final Ref ADA = Ref.parse("user:ada");
    public static final Ref DAN = Ref.parse("user:dan");
    public static final Ref AGENT = Ref.parse("agent:keeper");
    public static final Ref HEALED = Ref.parse("hop:healed/relay");

    private static final int PRODUCTS = 30;

    private static final String PEOPLE =
            """
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ada}
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: dan}
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: holger}
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: pat}
            spec: {displayName: Pat, roles: [platform-owner]}
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ari}
            spec: {displayName: Ari, roles: [architect]}
            ---
            apiVersion: runside.dev/v1
            kind: Agent
            metadata: {name: keeper}
            spec: {owner: user:pat, lifecycle: active, actions: [service]}
            ---
            apiVersion: runside.dev/v1
            kind: Charter
            metadata: {name: healing}
            spec:
              holder: user:ada
              scope: [product:healed]
              rights: [{act: remediate, how: alone}]
            ---
            apiVersion: runside.dev/v1
            kind: Charter
            metadata: {name: holding}
            spec:
              holder: user:holger
              scope: [product:healed]
              rights: [{act: hold, how: alone}]
            ---
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: healed}
            spec: {title: Healed, owner: user:ada, hops: [{name: relay, function: platform, service: healed}]}
            ---
            apiVersion: runside.dev/v1
            kind: Indicator
            metadata: {name: healed-answers}
            spec:
              title: Relay answers
              subject: hop:healed/relay
              layer: product
              function: platform
              ratio: {metric: requests, where: {}, bad: {status: '5..'}}
              objective: 0.99
              findings: []
            ---
            apiVersion: runside.dev/v1
            kind: Runbook
            metadata: {name: relay-gone, product: healed, keeper: user:ada}
            spec:
              stage: act
              when: incident.suspect == "hop:healed/relay" && finding.kind == "process-gone"
              diagnose:
                - {id: alive, run: {service: status, name: relay}, timeout: 20s}
              remedy:
                - {id: restart, if: 'alive.state != "answering"', run: {service: restart, name: relay}, timeout: 20s}
              verify: {indicator: healed-answers, good: 0.99, atLeast: 50, after: 0s, within: 60s}
              limits: {perHour: 6, cooldown: 30s, flap: 3 in 15m, blast: product}
              pageBy: 3m
            """;

    private static final String PRODUCT =
            """
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: mail%1$d}
            spec:
              title: Mail %1$d
              owner: user:ada
              deputy: user:dan
              safetyClass: true
              hops: [{name: relay, function: platform, service: relay%1$d}]
            """;

    public static Ref relay(int product) {
        return Ref.parse("hop:mail" + product + "/relay");
    }

    public static Finding gone(Ref hop) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Finding(
                Finding.key("process-gone", hop, ""),
                "process-gone",
                hop,
                Layer.MACHINERY,
                Function.PLATFORM,
                Optional.empty(),
                "",
                now,
                now,
                now,
                "the process of " + hop + " is gone",
                List.of(),
                Finding.State.OPEN,
                Optional.empty(),
                Optional.empty(),
                Alerts.NONE,
                0);
    }

    @Bean
    WebhookReceiver webhookReceiver() {
        return new WebhookReceiver();
    }

    @Bean
    DynamicPropertyRegistrar pagerSettings(WebhookReceiver receiver) {
        return settings -> settings.add("runside.pager.webhook-url", () -> receiver.url());
    }

    @Bean
    ApplicationRunner mailCatalog(ApplicationContext server) {
        return _ -> {
            int port =
                    server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            var root = new ApiClient(port, TestTokens.of(server).admin("root"));
            var applied =
                    root.post(
                            "/api/v1/definitions",
                            Map.of(
                                    "files",
                                    List.of(file("people", PEOPLE), file("mail", mails()))));
            if (applied.status() != 200) {
                throw new AssertionError(applied.toString());
            }
        };
    }

    private static Map<String, String> file(String name, String text) {
        return Map.of("name", name + ".yaml", "text", text);
    }

    private static String mails() {
        return IntStream.rangeClosed(1, PRODUCTS)
                .mapToObj(PRODUCT::formatted)
                .collect(Collectors.joining("---\n"));
    }
}
