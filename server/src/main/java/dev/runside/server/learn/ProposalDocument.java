package dev.runside.server.learn;

import dev.runside.core.learn.Backtest;
import dev.runside.core.learn.Proposal;
import dev.runside.core.learn.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A drafted runbook with its evidence, as it is sent. Fields are only ever added.
 *
 * @param owner who decides
 * @param state open, promoted or dismissed
 * @param from the incidents it was learnt of, oldest first
 * @param missing what a person has to add before it can be promoted; empty when nothing
 * @param definition the runbook in YAML, at the stage observe
 */
record ProposalDocument(
        String name,
        String product,
        String owner,
        Instant at,
        String state,
        List<From> from,
        List<String> missing,
        String definition,
        Tried backtest,
        @Nullable Decided decided) {

    /**
     * @param did in its order, as in {@code restart mail-relay}
     */
    record From(
            String incident, long number, String cause, String by, Instant at, List<String> did) {}

    /**
     * What it would have done, had it been trusted to act.
     *
     * @param incidents that there were in these days
     * @param pagesSaved those that woke somebody for what it is for
     */
    record Tried(long days, int incidents, long pagesSaved, boolean clean, List<Run> runs) {}

    /**
     * @param verdict right, wrong (it had another cause) or unknown (nobody said which)
     */
    record Run(long number, String title, String cause, boolean paged, String verdict) {}

    record Decided(String by, Instant at, String reason) {}

    static ProposalDocument of(Proposals.Shown shown) {
        Proposal proposal = shown.proposal();
        return new ProposalDocument(
                proposal.name(),
                proposal.runbook().product().toString(),
                proposal.owner().toString(),
                proposal.at(),
                word(proposal.state()),
                proposal.from().stream().map(ProposalDocument::from).toList(),
                proposal.missing(),
                shown.definition(),
                tried(shown.days(), shown.tried()),
                proposal.decided()
                        .map(d -> new Decided(d.by().toString(), d.at(), d.reason()))
                        .orElse(null));
    }

    private static From from(Resolution resolution) {
        return new From(
                resolution.incident(),
                resolution.number(),
                resolution.cause(),
                resolution.by().toString(),
                resolution.at(),
                resolution.did().stream().map(deed -> deed.action().sentence()).toList());
    }

    private static Tried tried(long days, Backtest backtest) {
        return new Tried(
                days,
                backtest.incidents(),
                backtest.pagesSaved(),
                backtest.clean(),
                backtest.runs().stream()
                        .map(hit ->
                                new Run(
                                        hit.number(),
                                        hit.title(),
                                        hit.cause(),
                                        hit.paged(),
                                        word(hit.verdict())))
                        .toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
