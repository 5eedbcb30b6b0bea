package dev.runside.agent;

import dev.runside.agent.config.AgentConfig;
import dev.runside.agent.config.ConfigException;
import dev.runside.agent.config.ConfigFile;
import dev.runside.agent.link.Enrolment;
import dev.runside.agent.link.EnrolmentRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;

/** Starts the agent; ends with 1 when something broke and 2 when a person has to put it right. */
public final class Main {

    private static final int BROKEN = 1;
    private static final int FOR_A_PERSON = 2;

    private Main() {}

    public static void main(String... arguments) {
        System.setProperty(
                "java.util.logging.SimpleFormatter.format",
                "%1$tFT%1$tT.%1$tL%1$tz %4$s %5$s%6$s%n");
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            Arguments read = Arguments.read(arguments);
            if (read.has("--help")) {
                System.out.print(Arguments.HELP);
            } else if (read.has("--version")) {
                System.out.println("runside-agent " + Version.current());
            } else {
                work(read);
            }
            return 0;
        } catch (UsageException | ConfigException | EnrolmentRefused e) {
            System.err.println(e.getMessage());
            return FOR_A_PERSON;
        } catch (IOException e) {
            System.err.println("The agent ends: " + e.getMessage());
            return BROKEN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return BROKEN;
        }
    }

    private static void work(Arguments arguments)
            throws UsageException,
                    ConfigException,
                    EnrolmentRefused,
                    IOException,
                    InterruptedException {
        ConfigFile file = new ConfigFile(arguments.config(), arguments.namesConfig());
        AgentConfig config = arguments.over(read(file, arguments));
        requireSafe(config.server(), arguments.has("--insecure"));
        if (arguments.has("--check")) {
            System.out.println(file.path() + " is good.");
            return;
        }
        Optional<String> service = arguments.start();
        if (service.isPresent()) {
            System.out.println(new StartByHand(config).start(service.get()));
            return;
        }
        try (Workplace place = Workplace.open(arguments.data())) {
            Enrolment enrolment =
                    new Enrolment(
                            config.server(),
                            config.name(),
                            Version.current(),
                            place.key(),
                            arguments.tokenFile());
            Agent agent = Agent.start(config, place, enrolment.credentials());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(agent)));
            ConfigFault fault = ConfigFault.in(place.directory());
            fault.clear();
            new ConfigFollower(file, agent, arguments, config, fault).run();
        }
    }

    /** An agent that cannot begin for its configuration leaves word of it, if it has a place. */
    private static AgentConfig read(ConfigFile file, Arguments arguments)
            throws ConfigException, UsageException {
        try {
            return file.read();
        } catch (ConfigException e) {
            if (arguments.isForWork() && Files.isDirectory(arguments.data())) {
                ConfigFault.in(arguments.data()).say(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** The key goes over this connection with every request. */
    private static void requireSafe(URI server, boolean insecure)
            throws UsageException, IOException {
        boolean plain = "http".equals(server.getScheme());
        if (!plain && !"https".equals(server.getScheme())) {
            throw new UsageException(server + " is not an http:// or https:// address.");
        }
        if (plain && !insecure && !InetAddress.getByName(server.getHost()).isLoopbackAddress()) {
            throw new UsageException(
                    server
                            + " is not on this machine: use https://, or say --insecure to send the"
                            + " agent's key in the clear.");
        }
    }

    private static void end(Agent agent) {
        try {
            agent.close();
        } catch (IOException e) {
            System.err.println("The agent's journal was not closed: " + e.getMessage());
        }
    }
}
