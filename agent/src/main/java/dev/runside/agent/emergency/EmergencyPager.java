package dev.runside.agent.emergency;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import dev.runside.agent.time.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Pages the people on the card while the server is silent. Used by one thread. */
public final class EmergencyPager implements Runnable {

    private static final System.Logger LOG = System.getLogger("runside.agent");
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final CardKeeper cards;
    private final Supplier<Duration> silence;
    private final Terms terms;
    private final WebhookSender sender = new WebhookSender();
    private final List<EmergencyPage> undelivered = new ArrayList<>();
    private boolean paging;
    private Duration pagedAt = Duration.ZERO;
    private Duration triedAt = Duration.ZERO;

    /**
     * @param silence for how long the server has not been heard
     */
    public EmergencyPager(CardKeeper cards, Supplier<Duration> silence, Terms terms) {
        this.cards = cards;
        this.silence = silence;
        this.terms = terms;
    }

    /**
     * @param after so long a silence is an emergency
     * @param again so often it is said again
     */
    public record Terms(
            String agent, String server, Duration after, Duration again, MonotonicClock clock) {

        public static Terms standard(String agent, String server) {
            return new Terms(
                    agent,
                    server,
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(5),
                    MonotonicClock.system());
        }
    }

    /** Runs until interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        Duration now = terms.clock().now();
        if (silence.get().compareTo(terms.after()) < 0) {
            calm();
            return;
        }
        if (!paging || now.minus(pagedAt).compareTo(terms.again()) >= 0) {
            begin(now);
        }
        if (!undelivered.isEmpty() && now.minus(triedAt).compareTo(retry()) >= 0) {
            triedAt = now;
            deliver();
        }
    }

    private void calm() {
        if (paging) {
            LOG.log(WARNING, "The server answers again");
        }
        paging = false;
        undelivered.clear();
    }

    private void begin(Duration now) {
        paging = true;
        pagedAt = now;
        triedAt = now.minus(retry());
        undelivered.clear();
        cards.card()
                .ifPresentOrElse(
                        card -> undelivered.addAll(pages(card)),
                        () ->
                                LOG.log(
                                        ERROR,
                                        "The server is silent and there is no emergency card"));
    }

    /** People who share a webhook share a page. */
    private List<EmergencyPage> pages(Card card) {
        Map<Card.Webhook, List<String>> people = new LinkedHashMap<>();
        for (Card.Person person : card.people()) {
            for (Card.Webhook webhook : person.webhooks()) {
                people.computeIfAbsent(webhook, _ -> new ArrayList<>()).add(person.person());
            }
        }
        EmergencyPage.Situation situation =
                new EmergencyPage.Situation(
                        terms.agent(), terms.server(), silence.get(), Instant.now(), card);
        List<EmergencyPage> pages = new ArrayList<>();
        people.forEach((webhook, to) ->
                pages.add(EmergencyPage.write("emg_" + UUID.randomUUID(), webhook, to, situation)));
        return pages;
    }

    /** All at once: one receiver that hangs does not keep the others waiting. */
    private void deliver() {
        List<Sent> sent =
                undelivered.stream().map(page -> new Sent(page, sender.send(page))).toList();
        sent.stream()
                .filter(one -> one.taken().join())
                .map(Sent::page)
                .forEach(undelivered::remove);
    }

    /** A page that did not arrive is tried again long before the next one is due. */
    private Duration retry() {
        return terms.again().dividedBy(30);
    }

    private record Sent(EmergencyPage page, CompletableFuture<Boolean> taken) {}
}
