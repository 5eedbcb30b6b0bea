package dev.runside.server.respond.card;

import dev.runside.server.respond.pager.Channels;
import dev.runside.server.respond.pager.OwnAddress;
import dev.runside.server.respond.pager.PageEnvelope;
import dev.runside.server.respond.pager.Webhook;
import dev.runside.server.respond.pager.WebhookClient;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Pages without the database: from memory to the channel, until it is taken or over. */
@Component
class EmergencyPager {

    private static final Logger log = LoggerFactory.getLogger(EmergencyPager.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private final EmergencyCard card;
    private final Channels channels;
    private final WebhookClient client;
    private final ServerClock clock;
    private final OwnAddress address;
    private final JsonMapper json;
    private final AtomicReference<@Nullable Thread> sending = new AtomicReference<>();

    EmergencyPager(
            EmergencyCard card,
            Channels channels,
            WebhookClient client,
            ServerClock clock,
            OwnAddress address,
            JsonMapper json) {
        this.card = card;
        this.channels = channels;
        this.client = client;
        this.clock = clock;
        this.address = address;
        this.json = json;
    }

    /** Returns at once; an earlier page that is still not taken gives way to this one. */
    void page(long silentSeconds) {
        String id = "emg_" + UUID.randomUUID();
        String body = json.writeValueAsString(envelope(id, silentSeconds));
        channels.webhook()
                .ifPresentOrElse(
                        webhook -> {
                            Runnable tries = () -> send(webhook, id, body);
                            replace(Thread.ofVirtual().name("emergency page").start(tries));
                        },
                        () -> log.error("There is no channel to page by: {}", card));
    }

    /** Nobody has to be paged any more. */
    void over() {
        replace(null);
    }

    private void replace(@Nullable Thread next) {
        Thread before = sending.getAndSet(next);
        if (before != null) {
            before.interrupt();
        }
    }

    private void send(Webhook webhook, String id, String body) {
        try {
            Optional<String> error = client.post(webhook, id, body, clock.instant());
            while (error.isPresent()) {
                log.error("The emergency page was not taken: {}", error.get());
                Thread.sleep(BETWEEN_TRIES);
                error = client.post(webhook, id, body, clock.instant());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private PageEnvelope envelope(String id, long silentSeconds) {
        return new PageEnvelope(
                "emergency",
                id,
                "",
                0,
                "Runside cannot see or record",
                "systemic",
                card.card().people().stream().map(Card.Recipient::person).toList(),
                "The server %s could not commit anything for %d s. %s"
                        .formatted(address.base(), silentSeconds, card.card().message()),
                address.base(),
                clock.instant());
    }
}
