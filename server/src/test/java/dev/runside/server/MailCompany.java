package dev.runside.server;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Charter;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.catalog.OpsAgent;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.triage.Finding;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.engine.SignalLog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * An estate for tests: products {@code mail1} … {@code mail30}, each with one hop {@code relay}, so
 * that each test has an incident of its own, paged at once; and {@code healed}, whose {@code relay}
 * has a runbook.
 */
@TestConfiguration
public class MailCompany {

    public static final Ref ADA = Ref.parse("user:ada");
    public static final Ref DAN = Ref.parse("user:dan");
    public static final Ref PAT = Ref.parse("user:pat");
    public static final Ref ARI = Ref.parse("user:ari");
    public static final Ref HOLGER = Ref.parse("user:holger");
    public static final Ref AGENT = Ref.parse("agent:keeper");
    public static final Ref HEALED = Ref.parse("hop:healed/relay");

    private static final int PRODUCTS = 30;

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
                Optional.empty());
    }

    @Bean
    @Primary
    Catalogs mailCatalogs() {
        Catalog catalog = catalog();
        return () -> catalog;
    }

    @Bean
    @Primary
    SignalLog noSignals() {
        return (_, _) -> List.of();
    }

    @Bean
    WebhookReceiver webhookReceiver() {
        return new WebhookReceiver();
    }

    @Bean
    DynamicPropertyRegistrar pagerSettings(WebhookReceiver receiver) {
        return settings -> settings.add("runside.pager.webhook-url", () -> receiver.url());
    }

    private static Catalog catalog() {
        return Catalog.of(
                List.of(
                        person(ADA, Set.of()),
                        person(DAN, Set.of()),
                        person(HOLGER, Set.of()),
                        person(PAT, Set.of(Person.Role.PLATFORM_OWNER)),
                        person(ARI, Set.of(Person.Role.ARCHITECT))),
                Stream.concat(
                                IntStream.rangeClosed(1, PRODUCTS)
                                        .mapToObj(number -> product(relay(number), true)),
                                Stream.of(product(HEALED, false)))
                        .toList(),
                List.of(),
                List.of(),
                List.of(
                        new OpsAgent(
                                AGENT,
                                Optional.of(PAT),
                                OpsAgent.Lifecycle.ACTIVE,
                                Set.of("service"))),
                List.of(charter("healing", ADA, "remediate"), charter("holding", HOLGER, "hold")),
                List.of(),
                List.of(runbook()));
    }

    private static Product product(Ref hop, boolean safetyClass) {
        String name = hop.name().replaceFirst("/.*", "");
        return new Product(
                new Ref("product", name),
                name,
                Optional.of(ADA),
                Optional.of(DAN),
                safetyClass,
                List.of(new Product.Hop(hop, Function.PLATFORM, name, Optional.empty())),
                List.of());
    }

    private static Charter charter(String name, Ref holder, String act) {
        return new Charter(
                name,
                holder,
                Set.of(Ref.parse("product:healed")),
                List.of(new Charter.Right(act, Charter.How.ALONE, Optional.empty())));
    }

    private static Runbook runbook() {
        return new Runbook(
                "relay-gone",
                Ref.parse("product:healed"),
                ADA,
                Runbook.Stage.ACT,
                "incident.suspect == 'hop:healed/relay' && finding.kind == 'process-gone'",
                List.of(step("alive", Action.Verb.STATUS)),
                List.of(step("restart", Action.Verb.RESTART)),
                new Runbook.Verify("none", 0.99, 50, Duration.ZERO, Duration.ofSeconds(60)),
                List.of(),
                new Runbook.Limits(
                        6,
                        Duration.ofSeconds(30),
                        3,
                        Duration.ofMinutes(15),
                        Runbook.Blast.PRODUCT),
                Duration.ofMinutes(3),
                "",
                "digest");
    }

    private static Runbook.Step step(String id, Action.Verb verb) {
        return new Runbook.Step(
                id,
                Optional.empty(),
                new Action.Service(verb, "relay"),
                Duration.ofSeconds(20),
                true);
    }

    private static Person person(Ref ref, Set<Person.Role> roles) {
        return new Person(ref, ref.name(), roles);
    }
}
