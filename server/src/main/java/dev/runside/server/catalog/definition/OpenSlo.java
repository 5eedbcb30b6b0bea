package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.catalog.Question.Comparison;
import java.util.List;
import java.util.Optional;

/** What OpenSLO's documents say, each by itself; together they make indicators. */
public sealed interface OpenSlo {

    /**
     * @param subject what it is in the catalog, where an annotation says so
     */
    record Service(String name, Optional<Ref> subject) implements OpenSlo {}

    record Sli(Metric metric) implements OpenSlo {}

    /**
     * An objective of a service.
     *
     * @param indicator the name of its SLI, where it is not inlined
     * @param target the share of good events aimed at
     */
    record Slo(
            String name,
            String title,
            String service,
            Optional<Sli> inlined,
            Optional<String> indicator,
            double target,
            Optional<Bound> bound,
            List<PolicyUse> policies)
            implements OpenSlo {

        public Slo {
            policies = List.copyOf(policies);
        }
    }

    /** When the budget burns too fast. */
    record Condition(Rule.Burn burn) implements OpenSlo {}

    /** A policy has one condition, named or inlined. */
    record Policy(Optional<String> condition, Optional<Condition> inlined) implements OpenSlo {}

    /** Whom others tell: here the owner is told. */
    record Target() implements OpenSlo {}

    /**
     * One policy of an objective, named or inlined.
     *
     * @param field where it stands
     */
    record PolicyUse(String field, Optional<String> name, Optional<Policy> inlined) {}

    /** With what a threshold is compared. */
    record Bound(Comparison op, double value) {}

    /**
     * A query, and where it is asked.
     *
     * @param source a data source's name; the only one there is where it is absent
     * @param field where it stands
     */
    record Metered(Optional<String> source, String query, String field) {}

    /** How an SLI is measured. */
    sealed interface Metric {

        Metered first();

        record Ratio(Metered counted, boolean bad, Metered total, boolean counter)
                implements Metric {

            @Override
            public Metered first() {
                return counted;
            }
        }

        record Threshold(Metered first) implements Metric {}
    }
}
