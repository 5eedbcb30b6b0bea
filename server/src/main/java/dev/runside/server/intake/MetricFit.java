package dev.runside.server.intake;

import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.watch.feed.Reported;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.ItemError;
import dev.runside.server.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether samples fit the indicators that they name. */
final class MetricFit {

    private static final String FIELD = "indicator";

    private final Catalog catalog;

    MetricFit(Catalog catalog) {
        this.catalog = catalog;
    }

    /** With the indicator's subject, where a sample names the indicator alone. */
    Draft about(Draft draft) {
        return draft.subject().isPresent()
                ? draft
                : indicator(draft)
                        .map(indicator -> draft.about(Optional.of(indicator.subject())))
                        .orElse(draft);
    }

    /**
     * @throws Problem that names each sample that does not fit
     */
    void check(List<Draft> drafts) {
        List<ItemError> errors = new ArrayList<>();
        for (int at = 0; at < drafts.size(); at++) {
            if (names(drafts.get(at))) {
                check(drafts.get(at), at, errors);
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.of(
                    ErrorCode.INVALID_INPUT,
                    errors.getFirst().detail() + "; nothing of the batch is stored.",
                    errors);
        }
    }

    private void check(Draft draft, int at, List<ItemError> errors) {
        String name = draft.attributes().getOrDefault(FIELD, "");
        Optional<Indicator> indicator = indicator(draft);
        if (indicator.isEmpty()) {
            errors.add(
                    new ItemError(
                            at,
                            "attributes.indicator",
                            name
                                    + " is no indicator of the catalog; define it, or send metric and value"));
            return;
        }
        draft.subject()
                .filter(said -> !said.equals(indicator.get().subject()))
                .ifPresent(said ->
                        errors.add(
                                new ItemError(
                                        at,
                                        "subject",
                                        said
                                                + " is not what "
                                                + name
                                                + " measures; write "
                                                + indicator.get().subject()
                                                + " or leave it out")));
    }

    private static boolean names(Draft draft) {
        return draft.kind().equals(Reported.KIND) && draft.attributes().containsKey(FIELD);
    }

    private Optional<Indicator> indicator(Draft draft) {
        return names(draft)
                ? Optional.ofNullable(
                        catalog.indicators().get(draft.attributes().getOrDefault(FIELD, "")))
                : Optional.empty();
    }
}
