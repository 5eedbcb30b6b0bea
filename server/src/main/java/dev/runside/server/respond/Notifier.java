package dev.runside.server.respond;

import dev.runside.core.Ref;
import dev.runside.core.state.Effect;
import dev.runside.core.triage.Incident;
import dev.runside.server.engine.EffectHandler;
import dev.runside.server.engine.Incidents;
import dev.runside.server.respond.pager.Deliverer;
import dev.runside.server.respond.pager.OwnAddress;
import dev.runside.server.respond.pager.PageEnvelope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells people: writes into their inboxes and into the outbox of the webhook, in the transaction of
 * the decision. The key makes a repeat harmless.
 */
@Component
class Notifier implements EffectHandler {

    private final JdbcClient database;
    private final Incidents incidents;
    private final Deliverer deliverer;
    private final OwnAddress address;
    private final JsonMapper json;

    Notifier(
            JdbcClient database,
            Incidents incidents,
            Deliverer deliverer,
            OwnAddress address,
            JsonMapper json) {
        this.database = database;
        this.incidents = incidents;
        this.deliverer = deliverer;
        this.address = address;
        this.json = json;
    }

    @Override
    public void record(Effect effect, Instant now) {
        switch (effect) {
            case Effect.Notify notify -> record(notify, now);
            case Effect.Measure _, Effect.StopMeasuring _, Effect.ReadTickets _ -> {}
        }
    }

    @Override
    public void perform(Effect effect) {
        switch (effect) {
            case Effect.Notify _ -> deliverer.wake();
            case Effect.Measure _, Effect.StopMeasuring _, Effect.ReadTickets _ -> {}
        }
    }

    private void record(Effect.Notify notify, Instant now) {
        Optional<Incident> incident =
                incidents.find(notify.incident()).map(Incidents.Whole::incident);
        PageEnvelope envelope = envelope(notify, incident, now);
        notify.people().forEach(person -> record(person, notify.key(), envelope));
        deliverer.add(notify.key(), json.writeValueAsString(envelope), now);
    }

    private PageEnvelope envelope(Effect.Notify notify, Optional<Incident> incident, Instant now) {
        long number = incident.map(Incident::number).orElse(0L);
        List<String> to = notify.people().stream().map(Ref::toString).sorted().toList();
        return new PageEnvelope(
                word(notify.urgency()),
                notify.page(),
                notify.incident(),
                number,
                notify.title(),
                incident.map(found -> word(found.judgement().tier())).orElse(""),
                to,
                notify.text(),
                number == 0 ? address.base() : address.ofIncident(number),
                now);
    }

    private void record(Ref person, String key, PageEnvelope envelope) {
        database.sql(
                        """
                        insert into notification (key, person, urgency, page, incident, number, title, text, at)
                        values (:key, :person, :urgency, :page, :incident, :number, :title, :text, :at)
                        on conflict (key, person) do nothing
                        """)
                .param("key", key)
                .param("person", person.toString())
                .param("urgency", envelope.type())
                .param("page", envelope.page())
                .param("incident", envelope.incident())
                .param("number", envelope.number())
                .param("title", envelope.title())
                .param("text", envelope.text())
                .param("at", envelope.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
