package dev.runside.server.web.now;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.triage.AgentSeen;
import dev.runside.server.web.now.NowView.Agent;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Counted;
import dev.runside.server.web.words.Stamp;
import java.util.List;

/** What is watched, and by which agents. */
final class Watched {

    private Watched() {}

    static String sentence(Catalog catalog) {
        return "%s, %s, %s, %s"
                .formatted(
                        Counted.of(catalog.products().size(), "product"),
                        Counted.of(catalog.flows().size(), "flow"),
                        Counted.of(catalog.indicators().size(), "indicator"),
                        Counted.of(catalog.runbooks().size(), "runbook"));
    }

    static List<Agent> agents(Situation situation) {
        return situation.agents().stream().map(agent -> row(agent, situation)).toList();
    }

    private static Agent row(AgentSeen agent, Situation situation) {
        boolean silent =
                situation.findingsOf(agent.agent()).anyMatch(f -> f.kind().equals("agent-silent"));
        return new Agent(
                name(agent.agent()),
                silent ? "silent" : agent.holding() ? "held on its machine" : "at work",
                !silent && !agent.holding(),
                new Stamp(agent.seenAt(), situation.now()));
    }

    private static String name(Ref agent) {
        return agent.name();
    }
}
