package dev.runside.agent.act;

import dev.runside.agent.config.AgentConfig;
import dev.runside.agent.journal.Journal;
import dev.runside.agent.process.Launch;
import dev.runside.agent.time.MonotonicClock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What acting needs to know.
 *
 * @param ownKey the agent's own secret, which is never to be reported
 */
public record Acting(AgentConfig config, Hold hold, InHand inHand, String ownKey) {

    public Desk desk(Journal journal, Reports reports) {
        Redaction redaction = redaction();
        Rules rules = new Rules(new AllowList(config), hold, MonotonicClock.system());
        ServiceActions services =
                new ServiceActions(config.services(), inHand, config.probe().timeout());
        Hands hands = new Hands(services, new CommandAction(redaction));
        Worker worker = new Worker(rules, journal, new Lanes(config.services()), hands, redaction);
        return new Desk(rules, journal, reports, worker);
    }

    private Redaction redaction() {
        Stream<Map<String, String>> services =
                config.services().stream()
                        .flatMap(service -> service.launches().stream())
                        .map(Launch::environment);
        List<Map<String, String>> environments =
                Stream.concat(Stream.of(System.getenv()), services).toList();
        return Redaction.of(environments, Map.of("agent key", ownKey));
    }
}
