package dev.runside.demo.drill;

import dev.runside.demo.fault.Fault;
import java.util.Optional;
import java.util.Set;

/**
 * What a fault must end as.
 *
 * @param owner the incident's owner
 * @param paged exactly these; nobody where a runbook heals it
 * @param informed these among others; a routine incident need inform nobody
 * @param facets these among others
 * @param suspect what must be suspected first
 * @param symptom a finding that must be among the evidence
 */
record Expectation(
        Fault fault,
        String tier,
        String owner,
        Set<String> paged,
        Set<String> informed,
        Set<String> facets,
        Optional<String> seam,
        String suspect,
        String symptom) {

    private static final String MARA = "user:mara";
    private static final String TEO = "user:teo";
    private static final String INES = "user:ines";
    private static final String PAT = "user:pat";
    private static final String ARNO = "user:arno";
    private static final String CHECKOUT = "hop:shop/checkout";

    static Expectation of(Fault fault) {
        return switch (fault) {
            case KILL_CHECKOUT -> routine(fault, "process-gone");
            case HANG_CHECKOUT -> routine(fault, "no-answer");
            case SLOW_INVENTORY -> novel(fault, MARA, "hop:shop/inventory", "slow");
            case STALL_OUTCOME -> novel(fault, MARA, "product:shop", "outcome-stalled");
            case LEAK_CONNECTIONS -> novel(fault, MARA, "hop:shop/inventory", "errors");
            case DRIFT_ASSISTANT -> novel(fault, INES, "hop:shop/assistant", "errors");
            case DATABASE_DOWN ->
                    systemic(
                            fault,
                            PAT,
                            PAT,
                            Set.of(),
                            Optional.empty(),
                            "system:orders-db",
                            "process-gone");
            case DROP_COLUMN ->
                    systemic(
                            fault,
                            ARNO,
                            ARNO,
                            Set.of("dev", "data", "support"),
                            Optional.of("seam:hop:shop/checkout>hop:reporting/pipeline"),
                            CHECKOUT,
                            "column-lost");
        };
    }

    private static Expectation routine(Fault fault, String symptom) {
        return routine(fault, CHECKOUT, symptom);
    }

    /** Once a runbook was learnt of it. */
    Expectation learnt() {
        return routine(fault, suspect, symptom);
    }

    private static Expectation routine(Fault fault, String suspect, String symptom) {
        return new Expectation(
                fault,
                "routine",
                MARA,
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                suspect,
                symptom);
    }

    private static Expectation novel(Fault fault, String owner, String suspect, String symptom) {
        return new Expectation(
                fault,
                "novel",
                owner,
                Set.of(owner),
                Set.of(),
                Set.of(),
                Optional.empty(),
                suspect,
                symptom);
    }

    private static Expectation systemic(
            Fault fault,
            String owner,
            String paged,
            Set<String> facets,
            Optional<String> seam,
            String suspect,
            String symptom) {
        return new Expectation(
                fault,
                "systemic",
                owner,
                Set.of(paged),
                Set.of(MARA, TEO),
                facets,
                seam,
                suspect,
                symptom);
    }

    boolean healsItself() {
        return paged.isEmpty();
    }

    /** Who takes the page, and in the end says what it was. */
    String responder() {
        return paged.iterator().next().substring("user:".length());
    }
}
