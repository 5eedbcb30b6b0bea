package dev.runside.server.catalog.check;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Charter;
import dev.runside.core.catalog.DataSource;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.OpsAgent;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.Question;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.catalog.SharedSystem;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.Faults;
import dev.runside.server.catalog.definition.Spelling;
import java.util.List;
import java.util.Optional;

/** Whatever a definition names must be defined. */
final class Links {

    private final Whole whole;
    private final Faults faults;

    Links(Whole whole, Faults faults) {
        this.whole = whole;
        this.faults = faults;
    }

    void check() {
        whole.definitions().forEach(this::check);
    }

    private void check(Definition from) {
        switch (from.content()) {
            case Product product -> product(from, product);
            case SharedSystem system -> link(from, "spec.owner", system.owner());
            case Flow flow -> flow(from, flow);
            case OpsAgent agent -> link(from, "spec.owner", agent.owner());
            case Charter charter -> charter(from, charter);
            case Indicator indicator -> indicator(from, indicator);
            case Runbook runbook -> runbook(from, runbook);
            default -> {}
        }
    }

    private void product(Definition from, Product product) {
        link(from, "spec.owner", product.owner());
        link(from, "spec.deputy", product.deputy());
        for (int at = 0; at < product.hops().size(); at++) {
            link(from, "spec.hops[" + at + "].owner", product.hops().get(at).owner());
        }
        for (int at = 0; at < product.feeds().size(); at++) {
            Product.Feed feed = product.feeds().get(at);
            String field = "spec.feeds[" + at + "].";
            link(from, field + "from", feed.from());
            link(from, field + "to", feed.to());
            link(from, field + "owner", feed.owner());
        }
    }

    private void flow(Definition from, Flow flow) {
        link(from, "spec.product", flow.product());
        link(from, "spec.owner", flow.owner());
        links(from, "spec.path", flow.path());
    }

    private void charter(Definition from, Charter charter) {
        link(from, "spec.holder", charter.holder());
        charter.scope().forEach(ref -> link(from, "spec.scope", ref));
        for (int at = 0; at < charter.rights().size(); at++) {
            link(from, "spec.rights[" + at + "].of", charter.rights().get(at).of());
        }
    }

    private void indicator(Definition from, Indicator indicator) {
        link(from, "spec.subject", indicator.subject());
        if (indicator.measure() instanceof Indicator.Measure.Queried queried) {
            asked(from, queried);
        }
    }

    /** Either language is known to one kind of source; a threshold may be asked of both. */
    private void asked(Definition from, Indicator.Measure.Queried queried) {
        String field = "spec." + word(queried.question()) + ".source";
        link(from, field, queried.source());
        DataSource source = whole.catalog().sources().get(queried.source());
        boolean fits =
                switch (queried.question()) {
                    case Question.Share _ -> !(source instanceof DataSource.Sql);
                    case Question.Amount _ -> !(source instanceof DataSource.Prometheus);
                    case Question.Threshold threshold ->
                            !(source instanceof DataSource.Sql)
                                    || threshold.query().matches("(?is)(select|with)\\b[^;]*");
                };
        if (!fits) {
            faults.add(
                    from.document()
                            .fault(
                                    field,
                                    queried.source() + " is not asked in that language",
                                    "name a source of type "
                                            + (source instanceof DataSource.Sql
                                                    ? "prometheus, or write one select without ;"
                                                    : "sql")));
        }
    }

    private static String word(Question question) {
        return switch (question) {
            case Question.Share _ -> "promql";
            case Question.Amount _ -> "sql";
            case Question.Threshold _ -> "threshold";
        };
    }

    private void runbook(Definition from, Runbook runbook) {
        link(from, "metadata.product", runbook.product());
        link(from, "metadata.keeper", runbook.keeper());
        link(from, "spec.verify.indicator", new Ref("indicator", runbook.verify().indicator()));
    }

    private void links(Definition from, String field, List<Ref> refs) {
        for (int at = 0; at < refs.size(); at++) {
            link(from, field + "[" + at + "]", refs.get(at));
        }
    }

    private void link(Definition from, String field, Optional<Ref> to) {
        to.ifPresent(ref -> link(from, field, ref));
    }

    private void link(Definition from, String field, Ref to) {
        if (!whole.knows(to)) {
            String fix = Spelling.insteadOf(to.toString(), whole.like(to), "define it");
            faults.add(from.document().fault(field, to + " is not defined", fix));
        }
    }
}
