package dev.runside.core.estate;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Charter;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Layer;
import dev.runside.core.catalog.OpsAgent;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.catalog.SharedSystem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A small mail company: web → relay → store → mail-db, a statistics pipeline that reads what the
 * relay writes, one shared database.
 */
final class Company {

    static final Ref ADA = Ref.parse("user:ada");
    static final Ref BOB = Ref.parse("user:bob");
    static final Ref DAN = Ref.parse("user:dan");
    static final Ref PAT = Ref.parse("user:pat");
    static final Ref ARI = Ref.parse("user:ari");
    static final Ref MAIL = Ref.parse("product:mail");
    static final Ref STATS = Ref.parse("product:stats");
    static final Ref WEB = Ref.parse("hop:mail/web");
    static final Ref RELAY = Ref.parse("hop:mail/relay");
    static final Ref STORE = Ref.parse("hop:mail/store");
    static final Ref ROLLUP = Ref.parse("hop:stats/rollup");
    static final Ref DB = Ref.parse("system:mail-db");
    static final Ref SEND = Ref.parse("flow:send");
    static final Ref AGENT = Ref.parse("agent:local");

    private Company() {}

    static Catalog catalog() {
        return catalog(relayGone(Runbook.Blast.PRODUCT, 3));
    }

    static Catalog catalog(Runbook runbook) {
        return Catalog.of(
                List.of(
                        person(ADA, Set.of()),
                        person(BOB, Set.of()),
                        person(DAN, Set.of()),
                        person(PAT, Set.of(Person.Role.PLATFORM_OWNER)),
                        person(ARI, Set.of(Person.Role.ARCHITECT))),
                List.of(
                        new Product(
                                MAIL,
                                "Mail",
                                Optional.of(ADA),
                                Optional.of(DAN),
                                false,
                                List.of(hop(WEB), hop(RELAY), hop(STORE)),
                                List.of(
                                        new Product.Feed(
                                                RELAY, ROLLUP, "mails", Optional.empty()))),
                        new Product(
                                STATS,
                                "Statistics",
                                Optional.of(BOB),
                                Optional.empty(),
                                false,
                                List.of(hop(ROLLUP)),
                                List.of())),
                List.of(
                        new SharedSystem(
                                DB,
                                "Mail database",
                                Optional.of(PAT),
                                true,
                                Function.PLATFORM,
                                "mail-db")),
                List.of(
                        new Flow(
                                SEND,
                                "Send",
                                MAIL,
                                Optional.empty(),
                                List.of(WEB, RELAY, STORE, DB),
                                true),
                        new Flow(
                                Ref.parse("flow:report"),
                                "Report",
                                STATS,
                                Optional.empty(),
                                List.of(ROLLUP, DB),
                                true)),
                List.of(
                        new OpsAgent(
                                AGENT,
                                Optional.of(PAT),
                                OpsAgent.Lifecycle.ACTIVE,
                                Set.of("service", "command"))),
                List.of(
                        new Charter(
                                "mail-ops",
                                ADA,
                                Set.of(MAIL),
                                List.of(
                                        new Charter.Right(
                                                "remediate",
                                                Charter.How.ALONE,
                                                Optional.empty())))),
                List.of(
                        new Indicator(
                                "relay-availability",
                                "Relay answers",
                                RELAY,
                                Layer.PRODUCT,
                                Function.PLATFORM,
                                new Indicator.Measure.Ratio(
                                        "requests", Map.of(), Map.of("status", "5..")),
                                Optional.of(0.99),
                                List.of(
                                        new Indicator.Rule.Failing(
                                                0.2, Duration.ofSeconds(20), 30)),
                                false)),
                List.of(runbook));
    }

    static Runbook relayGone(Runbook.Blast blast, int flap) {
        return new Runbook(
                "relay-gone",
                MAIL,
                ADA,
                Runbook.Stage.ACT,
                "incident.suspect == 'hop:mail/relay' && finding.kind in ['process-gone', 'no-answer']",
                List.of(step("alive", Optional.empty(), Action.Verb.STATUS)),
                List.of(
                        step(
                                "restart",
                                Optional.of("alive.state != 'answering'"),
                                Action.Verb.RESTART)),
                new Runbook.Verify(
                        "relay-availability", 0.99, 50, Duration.ZERO, Duration.ofSeconds(60)),
                List.of(),
                new Runbook.Limits(6, Duration.ofSeconds(30), flap, Duration.ofMinutes(15), blast),
                Duration.ofMinutes(3),
                "",
                "digest");
    }

    private static Runbook.Step step(String id, Optional<String> condition, Action.Verb verb) {
        return new Runbook.Step(
                id, condition, new Action.Service(verb, "relay"), Duration.ofSeconds(20), true);
    }

    private static Person person(Ref ref, Set<Person.Role> roles) {
        return new Person(ref, ref.name(), roles);
    }

    private static Product.Hop hop(Ref ref) {
        return new Product.Hop(
                ref, Function.DEVELOPMENT, ref.name().replaceFirst(".*/", ""), Optional.empty());
    }
}
