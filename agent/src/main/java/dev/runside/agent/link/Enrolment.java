package dev.runside.agent.link;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How an agent becomes known to its server: once, with a one-time token that a person made for it.
 *
 * @param keyFile where the key is kept, for the agent's eyes only
 * @param tokenFile holds the token until it is used
 */
public record Enrolment(URI server, String name, String version, Path keyFile, Path tokenFile) {

    private static final System.Logger LOG = System.getLogger("runside.agent");

    /** The credentials on disk, or new ones; waits for a server that is away. */
    public Credentials credentials() throws IOException, InterruptedException, EnrolmentRefused {
        Optional<Credentials> known = Credentials.find(keyFile);
        return known.isPresent() ? known.get() : enrol(token());
    }

    private String token() throws IOException, EnrolmentRefused {
        try {
            return Files.readString(tokenFile).strip();
        } catch (NoSuchFileException missing) {
            throw new EnrolmentRefused(
                    "This agent is not enrolled and there is no token in "
                            + tokenFile
                            + ". Ask the server for one and name its file with --enroll-token-file.");
        }
    }

    private Credentials enrol(String token)
            throws IOException, InterruptedException, EnrolmentRefused {
        ServerLink link = new ServerLink(server, "");
        Backoff backoff = new Backoff();
        boolean told = false;
        while (true) {
            try {
                return accepted(ask(link, token));
            } catch (ServerAway away) {
                if (!told) {
                    LOG.log(WARNING, "Waiting for the server to enrol: {0}", away.getMessage());
                }
                told = true;
                Thread.sleep(backoff.next());
            }
        }
    }

    private Answer ask(ServerLink link, String token)
            throws InterruptedException, EnrolmentRefused, ServerAway {
        Answer answer;
        try {
            answer =
                    link.post(
                            "/api/v1/agents/enroll",
                            Map.of("token", token, "name", name, "version", version));
        } catch (IOException e) {
            throw new ServerAway(String.valueOf(e.getMessage()));
        }
        if (answer.isGood()) {
            return answer;
        }
        if (answer.mayPass() && !answer.refusesKey()) {
            throw new ServerAway(answer.problem());
        }
        throw new EnrolmentRefused(
                "The server refuses to enrol agent %s: %s. Ask for a new token; each is good once."
                        .formatted(name, answer.problem()));
    }

    private Credentials accepted(Answer answer) throws IOException {
        Credentials credentials = Credentials.read(answer.json());
        credentials.write(keyFile);
        Files.deleteIfExists(tokenFile);
        LOG.log(INFO, "Enrolled as {0}", credentials.agent());
        return credentials;
    }

    private static final class ServerAway extends Exception {

        private static final long serialVersionUID = 1L;

        ServerAway(String message) {
            super(message);
        }
    }
}
