package dev.runside.server.respond.card;

import dev.runside.server.catalog.Catalogs;
import dev.runside.server.respond.pager.Channels;
import dev.runside.server.storage.DataDirectory;
import dev.runside.server.storage.Every;
import dev.runside.server.storage.SecretFile;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The card in force, signed anew each minute and at each change of the catalog, and kept in {@code
 * DIR/card.json} as well.
 */
@Component
public class EmergencyCard implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(EmergencyCard.class);
    private static final Duration RENEWED = Duration.ofMinutes(1);

    private final Catalogs catalogs;
    private final Channels channels;
    private final CardKey key;
    private final ServerClock clock;
    private final JsonMapper json;
    private final SecretFile file;
    private final AtomicReference<Issue> issue;
    private final Every minute;

    private record Issue(Card card, SignedCard signed) {}

    EmergencyCard(
            Catalogs catalogs,
            Channels channels,
            CardKey key,
            ServerClock clock,
            JsonMapper json,
            DataDirectory directory) {
        this.catalogs = catalogs;
        this.channels = channels;
        this.key = key;
        this.clock = clock;
        this.json = json;
        this.file = directory.handout("card.json");
        this.issue = new AtomicReference<>(issue());
        keep();
        this.minute = Every.start("card", RENEWED, this::renew);
    }

    public SignedCard current() {
        return issue.get().signed();
    }

    Card card() {
        return issue.get().card();
    }

    @EventListener(Catalogs.CatalogChanged.class)
    void renew() {
        issue.set(issue());
        keep();
    }

    private Issue issue() {
        Card card = Card.of(catalogs.current(), channels.webhook(), clock.instant());
        byte[] payload = json.writeValueAsBytes(card);
        return new Issue(
                card,
                new SignedCard(Base64.getEncoder().encodeToString(payload), key.sign(payload)));
    }

    /** A disk that is full must not keep agents from their card. */
    private void keep() {
        try {
            file.write(json.writeValueAsString(current()));
        } catch (RuntimeException unwritten) {
            log.warn("The emergency card could not be written: {}", unwritten.getMessage());
        }
    }

    @Override
    public void destroy() {
        minute.close();
    }

    /** Who is on it, for a log. */
    @Override
    public String toString() {
        List<String> people = card().people().stream().map(Card.Recipient::person).toList();
        return "EmergencyCard" + people;
    }
}
