package dev.runside.server.catalog.definition;

import dev.runside.core.catalog.OpsAgent;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

final class AgentReader {

    private static final Form<OpsAgent.Lifecycle> LIFECYCLE = Form.choice(OpsAgent.Lifecycle.class);
    private static final Form<ActionType> ACTION = Form.choice(ActionType.class);

    /** The actions there are, as charters and agents name them. */
    enum ActionType {
        SERVICE,
        COMMAND,
        WAIT
    }

    private AgentReader() {}

    static OpsAgent read(Outline outline) {
        Fields spec = outline.spec();
        OpsAgent agent =
                new OpsAgent(
                        outline.ref(),
                        spec.readIfAny("owner", Outline.USER),
                        spec.read("lifecycle", LIFECYCLE),
                        actions(spec));
        spec.noOthers();
        return agent;
    }

    private static Set<String> actions(Fields spec) {
        return spec.readAll("actions", ACTION).stream()
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
