package dev.runside.server.learn;

import dev.runside.core.catalog.Runbook;
import dev.runside.core.learn.Backtest;
import dev.runside.core.learn.Proposal;
import dev.runside.server.engine.Acts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Runbooks that were drafted, for everybody who shows them. */
@Component
public class Proposals {

    private final Acts acts;
    private final Trial trial;

    Proposals(Acts acts, Trial trial) {
        this.acts = acts;
        this.trial = trial;
    }

    /**
     * @param tried on the last {@link #days} days
     * @param definition in YAML, at the stage observe
     */
    public record Shown(Proposal proposal, Backtest tried, String definition) {

        public long days() {
            return Trial.REACH.toDays();
        }
    }

    /** The newest first. */
    public List<Proposal> all() {
        return acts.ask(draft -> draft.all(Proposal.class).toList()).stream()
                .sorted(Comparator.comparing(Proposal::at).reversed())
                .toList();
    }

    public Optional<Proposal> find(String name) {
        return acts.ask(draft -> draft.find(Proposal.class, name));
    }

    public Shown shown(Proposal proposal) {
        return new Shown(
                proposal,
                trial.of(proposal),
                RunbookYaml.text(proposal.runbook(), Runbook.Stage.OBSERVE));
    }
}
