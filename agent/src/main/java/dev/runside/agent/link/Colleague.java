package dev.runside.agent.link;

import static java.lang.System.Logger.Level.WARNING;

import dev.runside.agent.act.Hold;
import dev.runside.agent.act.Offer;
import dev.runside.agent.emergency.CardKeeper;
import dev.runside.agent.emergency.SignedCard;
import dev.runside.agent.journal.Journal;
import dev.runside.agent.time.MonotonicClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What the agent says of itself when it asks for work, and what it makes of the answer. */
public record Colleague(
        String version,
        Supplier<Duty> duty,
        Journal journal,
        Hold hold,
        CardKeeper cards,
        MonotonicClock clock) {

    private static final System.Logger LOG = System.getLogger("runside.agent");

    Map<String, ?> introduction() {
        Duty present = duty.get();
        return Map.of(
                "version", version,
                "actions", present.actions(),
                "services", present.services(),
                "hold", hold.here(),
                "epochSeen", journal.epoch(),
                "atWork", present.desk().atWork());
    }

    /** A server of an earlier epoch is heard only where it errs on the safe side. */
    Offer hear(JsonNode answer, Duration askedAt) throws IOException {
        long epoch = answer.path("epoch").asLong(0);
        boolean held = answer.path("hold").asBoolean(false);
        boolean current = epoch >= journal.seen(epoch);
        if (current || held) {
            hold.fromServer(held);
        }
        JsonNode card = answer.path("card");
        if (current && card.isObject()) {
            cards.accept(
                    new SignedCard(
                            card.path("payload").asString(""),
                            card.path("signature").asString("")));
        }
        JsonNode step = answer.path("step");
        return step.isObject() ? offer(step, askedAt) : Offer.NONE;
    }

    private Offer offer(JsonNode step, Duration askedAt) throws IOException {
        try {
            return duty.get().desk().offer(StepReader.read(step, askedAt));
        } catch (IllegalArgumentException noStep) {
            LOG.log(WARNING, "The server offers what is no step: {0}", noStep.getMessage());
            return Offer.PUT_BACK;
        }
    }
}
