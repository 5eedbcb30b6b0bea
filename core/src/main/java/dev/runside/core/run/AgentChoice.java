package dev.runside.core.run;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.OpsAgent;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.state.Draft;
import dev.runside.core.triage.AgentSeen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the agent that can carry out what is wanted: active, alive, allowed every action and near
 * every service that is named.
 */
final class AgentChoice {

    private final Catalog catalog;
    private final Draft draft;

    AgentChoice(Catalog catalog, Draft draft) {
        this.catalog = catalog;
        this.draft = draft;
    }

    Optional<Ref> forRunbook(Runbook runbook) {
        return forActions(
                Stream.of(runbook.diagnose(), runbook.remedy(), runbook.undo())
                        .flatMap(List::stream)
                        .map(Runbook.Step::action)
                        .toList());
    }

    Optional<Ref> forActions(List<Action> actions) {
        return draft.all(AgentSeen.class)
                .filter(seen -> Guards.alive(seen, draft.now()))
                .filter(seen -> actions.stream().allMatch(action -> can(seen, action)))
                .map(AgentSeen::agent)
                .findFirst();
    }

    private boolean can(AgentSeen seen, Action action) {
        OpsAgent agent = catalog.agents().get(seen.agent());
        boolean granted =
                agent != null
                        && agent.lifecycle() == OpsAgent.Lifecycle.ACTIVE
                        && (agent.actions().contains(action.type())
                                || action instanceof Action.Wait);
        return granted
                && (!(action instanceof Action.Service service)
                        || seen.services().contains(service.name()));
    }
}
