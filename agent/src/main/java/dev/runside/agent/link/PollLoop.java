package dev.runside.agent.link;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.runside.agent.act.Offer;
import java.io.IOException;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the server for work, again and again; one request is always open. */
public final class PollLoop implements Runnable {

    private static final System.Logger LOG = System.getLogger("runside.agent");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The server answers within 10 s, with a step or without one. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Between two requests when the server has nothing that is to be begun now. */
    private static final Duration BREATH = Duration.ofMillis(200);

    private static final Duration KEY_REFUSED = Duration.ofSeconds(5);

    private final ServerLink link;
    private final Contact contact;
    private final Colleague colleague;
    private final Backoff backoff = new Backoff();
    private boolean away = true;

    public PollLoop(ServerLink link, Contact contact, Colleague colleague) {
        this.link = link;
        this.contact = contact;
        this.colleague = colleague;
    }

    /** Runs until interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(poll());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long to wait before the next. */
    private Duration poll() throws InterruptedException {
        Duration askedAt = colleague.clock().now();
        try {
            byte[] question = JSON.writeValueAsBytes(colleague.introduction());
            return heard(link.post("/api/v1/agents/poll", question, PATIENCE), askedAt);
        } catch (IOException | JacksonException e) {
            return trouble(String.valueOf(e.getMessage()));
        }
    }

    private Duration heard(Answer answer, Duration askedAt) throws IOException {
        if (answer.status() < 500) {
            contact.heard();
        }
        if (answer.refusesKey()) {
            trouble("it refuses this agent's key; enrol again: " + answer.problem());
            return KEY_REFUSED;
        }
        if (!answer.isGood()) {
            return trouble(answer.problem());
        }
        if (away) {
            LOG.log(INFO, "Connected to the server");
        }
        away = false;
        backoff.reset();
        Offer offer = colleague.hear(answer.json(), askedAt);
        return pause(offer, colleague.clock().now().minus(askedAt));
    }

    /**
     * A server that has nothing lets a request wait; one that answers at once and empty (it holds
     * acting, say) is not asked without a pause. A step put back because its lease aged while the
     * request waited is asked for at once.
     */
    private static Duration pause(Offer offer, Duration waited) {
        boolean answeredLate = waited.compareTo(BREATH) > 0;
        return switch (offer) {
            case BEGUN -> Duration.ZERO;
            case ANSWERED, UNDER_WAY -> BREATH;
            case NONE, PUT_BACK -> answeredLate ? Duration.ZERO : BREATH;
        };
    }

    private Duration trouble(String reason) {
        if (!away) {
            LOG.log(WARNING, "No work from the server: {0}", reason);
        }
        away = true;
        return backoff.next();
    }
}
