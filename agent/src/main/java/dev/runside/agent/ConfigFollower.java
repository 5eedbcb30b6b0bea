package dev.runside.agent;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.runside.agent.config.AgentConfig;
import dev.runside.agent.config.ConfigException;
import dev.runside.agent.config.ConfigFile;
import java.time.Duration;
import java.util.Optional;

/** Lets the agent go on by the configuration as it is now. A broken one changes nothing. */
final class ConfigFollower {

    private static final System.Logger LOG = System.getLogger("runside.agent");
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ConfigFile file;
    private final Agent agent;
    private final Arguments arguments;
    private final AgentConfig first;
    private final ConfigFault fault;

    ConfigFollower(
            ConfigFile file,
            Agent agent,
            Arguments arguments,
            AgentConfig first,
            ConfigFault fault) {
        this.file = file;
        this.agent = agent;
        this.arguments = arguments;
        this.first = first;
        this.fault = fault;
        LOG.log(INFO, "{0}: {1} services watched", file.path(), first.services().size());
    }

    /** Runs until interrupted. */
    void run() throws InterruptedException {
        while (true) {
            Thread.sleep(EVERY);
            Optional<AgentConfig> changed = changed();
            if (changed.isPresent()) {
                follow(changed.get());
            }
        }
    }

    private Optional<AgentConfig> changed() {
        try {
            Optional<AgentConfig> changed = file.readIfChanged();
            if (changed.isEmpty()) {
                return Optional.empty();
            }
            AgentConfig config = arguments.over(changed.get());
            fault.clear();
            return Optional.of(config);
        } catch (ConfigException | UsageException e) {
            LOG.log(ERROR, "The change is not followed: {0}", e.getMessage());
            fault.say(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Who it is and whom it serves an agent learns at its start only. */
    private void follow(AgentConfig config) throws InterruptedException {
        if (!config.server().equals(first.server()) || !config.name().equals(first.name())) {
            LOG.log(WARNING, "Another name or another server counts from the next start on");
        }
        while (!agent.changeTo(config.with(first.name(), first.server()))) {
            Thread.sleep(EVERY);
        }
        LOG.log(INFO, "{0} was read again", file.path());
    }
}
