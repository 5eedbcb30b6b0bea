package dev.runside.server.intake;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Layer;
import dev.runside.core.catalog.OpsAgent;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.SharedSystem;
import dev.runside.server.catalog.Catalogs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A company that sends mails: what the catalog of a server says whose intake is tested. */
@TestConfiguration(proxyBeanMethods = false)
public class MailCatalog {

    public static final Ref MAIL = Ref.parse("product:mail");
    public static final Ref WEB = Ref.parse("hop:mail/web");
    public static final Ref RELAY = Ref.parse("hop:mail/relay");
    public static final Ref ROLLUP = Ref.parse("hop:stats/rollup");
    public static final Ref DB = Ref.parse("system:mail-db");
    public static final Ref LOCAL = Ref.parse("agent:local");

    private static final Ref ADA = Ref.parse("user:ada");
    private static final String SPANS = "traces.span.metrics.duration";
    private static final String REQUESTS = "http.server.request.duration";

    @Bean
    @Primary
    Catalogs mailCatalog() {
        Catalog catalog = catalog();
        return () -> catalog;
    }

    public static Catalog catalog() {
        return Catalog.of(
                List.of(new Person(ADA, "Ada L.", Set.of())),
                List.of(
                        product(MAIL, hop(WEB, "web"), hop(RELAY, "relay")),
                        product(
                                Ref.parse("product:stats"),
                                new Product.Hop(
                                        ROLLUP,
                                        Function.DEVELOPMENT,
                                        "rollup",
                                        Set.of("example/statistics"),
                                        Optional.empty()))),
                List.of(
                        new SharedSystem(
                                DB,
                                "Mail database",
                                Optional.of(ADA),
                                true,
                                Function.PLATFORM,
                                "mail-db")),
                List.of(
                        new Flow(
                                Ref.parse("flow:send"),
                                "Send a mail",
                                MAIL,
                                Optional.empty(),
                                List.of(WEB, RELAY, DB),
                                true)),
                List.of(
                        new OpsAgent(
                                LOCAL,
                                Optional.of(ADA),
                                OpsAgent.Lifecycle.ACTIVE,
                                Set.of("service"))),
                List.of(),
                List.of(
                        indicator(
                                "relay-availability",
                                RELAY,
                                new Measure.Ratio(
                                        REQUESTS,
                                        Map.of("http.route", "/send.*"),
                                        Map.of("http.response.status_code", "5.."))),
                        indicator(
                                "relay-speed",
                                RELAY,
                                new Measure.Latency(REQUESTS, Map.of(), Duration.ofMillis(500))),
                        indicator("mails-sent", MAIL, new Measure.Rate("mail.sent", Map.of())),
                        indicator(
                                "relay-probe",
                                RELAY,
                                new Measure.Ratio(
                                        "runside.probe", Map.of(), Map.of("result", "miss"))),
                        indicator(
                                "relay-spans",
                                RELAY,
                                new Measure.Ratio(
                                        SPANS,
                                        Map.of("span.kind", "SPAN_KIND_SERVER"),
                                        Map.of("status.code", "STATUS_CODE_ERROR"))),
                        indicator(
                                "relay-span-speed",
                                RELAY,
                                new Measure.Latency(
                                        SPANS,
                                        Map.of("span.name", "POST /send"),
                                        Duration.ofMillis(500))),
                        indicator(
                                "relay-complaints",
                                RELAY,
                                new Measure.Ratio(
                                        "log.record.count",
                                        Map.of("logger", "relay"),
                                        Map.of("severity_text", "ERROR|FATAL"))),
                        indicator(
                                "relay-queue",
                                RELAY,
                                new Measure.Gauge("mail.queue", Map.of("queue", "out"))),
                        indicator(
                                "relay-mean", RELAY, new Measure.Gauge("mail.duration", Map.of())),
                        indicator("mail-tickets", MAIL, new Measure.Tickets())),
                List.of());
    }

    private static Product product(Ref ref, Product.Hop... hops) {
        return new Product(
                ref,
                ref.name(),
                Optional.of(ADA),
                Optional.empty(),
                false,
                List.of(hops),
                List.of());
    }

    private static Product.Hop hop(Ref ref, String service) {
        return new Product.Hop(ref, Function.DEVELOPMENT, service, Optional.empty());
    }

    private static Indicator indicator(String name, Ref subject, Measure measure) {
        return new Indicator(
                name,
                name,
                subject,
                Layer.PRODUCT,
                Function.PLATFORM,
                measure,
                Optional.of(0.99),
                List.of(),
                false);
    }
}
