package dev.runside.server.catalog.check;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.DataSource;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.catalog.Layer;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.Question;
import dev.runside.core.catalog.SharedSystem;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.Faults;
import dev.runside.server.catalog.definition.OpenSlo;
import dev.runside.server.catalog.definition.OpenSlo.Condition;
import dev.runside.server.catalog.definition.OpenSlo.Metered;
import dev.runside.server.catalog.definition.OpenSlo.Metric;
import dev.runside.server.catalog.definition.OpenSlo.Policy;
import dev.runside.server.catalog.definition.OpenSlo.PolicyUse;
import dev.runside.server.catalog.definition.OpenSlo.Sli;
import dev.runside.server.catalog.definition.OpenSlo.Slo;
import dev.runside.server.catalog.definition.Questions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts OpenSLO's documents together: an objective, its SLI, its service and its policies make one
 * indicator. Where something is missing there is none, and a fault says what.
 */
final class SloIndicators {

    private final Map<String, Definition> byName = new HashMap<>();
    private final List<Definition> objectives = new ArrayList<>();
    private final Catalog catalog;
    private final Faults faults;

    /**
     * @param catalog of everything else
     */
    SloIndicators(List<Definition> definitions, Catalog catalog, Faults faults) {
        this.catalog = catalog;
        this.faults = faults;
        for (Definition definition : definitions) {
            if (definition.content() instanceof OpenSlo) {
                byName.put(definition.ref().toString(), definition);
            }
            if (definition.content() instanceof Slo) {
                objectives.add(definition);
            }
        }
    }

    List<Indicator> all() {
        return objectives.stream().flatMap(each -> new Composing(each).made().stream()).toList();
    }

    /** One objective. */
    private final class Composing {

        private final Definition from;
        private final Slo slo;
        private boolean whole = true;

        Composing(Definition from) {
            this.from = from;
            this.slo = (Slo) from.content();
        }

        Optional<Indicator> made() {
            Optional<Ref> subject = subject();
            Optional<Measure> measure = sli().flatMap(this::measure);
            List<Rule> rules = rules();
            if (!whole || subject.isEmpty() || measure.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    new Indicator(
                            slo.name(),
                            slo.title(),
                            subject.get(),
                            Layer.PRODUCT,
                            function(subject.get()),
                            measure.get(),
                            Optional.of(slo.target()),
                            rules,
                            false));
        }

        private Optional<Ref> subject() {
            Optional<Ref> said =
                    find("service", slo.service(), OpenSlo.Service.class)
                            .flatMap(OpenSlo.Service::subject);
            Optional<Ref> subject =
                    said.isPresent() ? said.filter(catalog::knows) : named(slo.service());
            if (subject.isEmpty()) {
                fault(
                        "spec.service",
                        said.map(ref -> ref + " is not defined")
                                .orElse(slo.service() + " is no hop, system or product"),
                        "give the Service the annotation runside.dev/subject: hop:mail/relay");
            }
            return subject;
        }

        /** By the name that telemetry bears; else a product's. */
        private Optional<Ref> named(String name) {
            List<Ref> services =
                    catalog.services()
                            .filter(service -> service.getKey().equals(name))
                            .map(Map.Entry::getValue)
                            .distinct()
                            .toList();
            return services.size() == 1
                    ? Optional.of(services.getFirst())
                    : catalog.products().keySet().stream()
                            .filter(product -> product.name().equals(name))
                            .findFirst();
        }

        private Optional<Sli> sli() {
            return slo.inlined()
                    .or(() ->
                            slo.indicator()
                                    .flatMap(name ->
                                            named("spec.indicatorRef", "sli", name, Sli.class)));
        }

        private Optional<Measure> measure(Sli sli) {
            return source(sli.metric().first())
                    .flatMap(source ->
                            switch (sli.metric()) {
                                case Metric.Ratio ratio -> ratio(source, ratio);
                                case Metric.Threshold threshold -> threshold(source, threshold);
                            });
        }

        private Optional<Measure> ratio(DataSource source, Metric.Ratio ratio) {
            if (!source(ratio.total()).equals(Optional.of(source))) {
                fault("spec.indicator", "asks two data sources", "ask one for both");
            }
            return Optional.of(
                    Questions.asked(
                            source.ref(),
                            new Question.Share(
                                    ratio.counted().query(),
                                    ratio.bad(),
                                    ratio.total().query(),
                                    ratio.counter())));
        }

        private Optional<Measure> threshold(DataSource source, Metric.Threshold threshold) {
            if (slo.bound().isEmpty()) {
                fault(
                        "spec.objectives[0]",
                        "has nothing to compare the metric with",
                        "add op: lte and value: 0.5");
            }
            return slo.bound()
                    .map(bound ->
                            Questions.asked(
                                    source.ref(),
                                    new Question.Threshold(
                                            threshold.first().query(), bound.op(), bound.value())));
        }

        private Optional<DataSource> source(Metered metered) {
            Optional<DataSource> found = metered.source().map(this::source).orElseGet(this::only);
            if (found.isEmpty()) {
                fault(
                        "spec.indicator",
                        metered.source()
                                .map(name -> "source:" + name + " is not defined")
                                .orElse("does not say which data source it asks"),
                        "add a DataSource, and metricSourceRef: its name");
            }
            return found;
        }

        private Optional<DataSource> source(String name) {
            return Optional.ofNullable(catalog.sources().get(new Ref("source", name)))
                    .filter(DataSource.Prometheus.class::isInstance);
        }

        private Optional<DataSource> only() {
            List<DataSource> all =
                    catalog.sources().values().stream()
                            .filter(DataSource.Prometheus.class::isInstance)
                            .toList();
            return all.stream().findFirst().filter(_ -> all.size() == 1);
        }

        private List<Rule> rules() {
            List<Rule> rules = new ArrayList<>();
            for (PolicyUse use : slo.policies()) {
                use.inlined()
                        .or(() ->
                                use.name()
                                        .flatMap(name ->
                                                named(
                                                        use.field(),
                                                        "alert-policy",
                                                        name,
                                                        Policy.class)))
                        .flatMap(policy -> condition(use, policy))
                        .map(Condition::burn)
                        .ifPresent(rules::add);
            }
            return rules.isEmpty() ? Rule.Burn.USUAL : rules.stream().distinct().toList();
        }

        private Optional<Condition> condition(PolicyUse use, Policy policy) {
            return policy.inlined()
                    .or(() ->
                            policy.condition()
                                    .flatMap(name ->
                                            named(
                                                    use.field(),
                                                    "alert-condition",
                                                    name,
                                                    Condition.class)));
        }

        private <T> Optional<T> named(String field, String kind, String name, Class<T> type) {
            Optional<T> found = find(kind, name, type);
            if (found.isEmpty()) {
                fault(field, kind + ":" + name + " is not defined", "define it");
            }
            return found;
        }

        private <T> Optional<T> find(String kind, String name, Class<T> type) {
            return Optional.ofNullable(byName.get(kind + ":" + name))
                    .map(Definition::content)
                    .filter(type::isInstance)
                    .map(type::cast);
        }

        private Function function(Ref subject) {
            return catalog.hop(subject)
                    .map(Product.Hop::function)
                    .or(() ->
                            Optional.ofNullable(catalog.systems().get(subject))
                                    .map(SharedSystem::function))
                    .orElse(Function.DEVELOPMENT);
        }

        private void fault(String field, String detail, String fix) {
            whole = false;
            faults.add(from.document().fault(field, detail, fix));
        }
    }
}
