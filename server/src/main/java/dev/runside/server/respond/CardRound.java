package dev.runside.server.respond;

import dev.runside.core.Ref;
import dev.runside.server.respond.card.EmergencyCard;
import dev.runside.server.respond.card.SignedCard;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Which agent was given which card. One that got lost on the way is made good within a minute, by
 * the next.
 */
@Component
class CardRound {

    private final EmergencyCard card;
    private final Map<Ref, SignedCard> given = new ConcurrentHashMap<>();

    CardRound(EmergencyCard card) {
        this.card = card;
    }

    /** The card, when the agent was not given this one yet. */
    Optional<SignedCard> newFor(Ref agent) {
        SignedCard current = card.current();
        return current.equals(given.put(agent, current)) ? Optional.empty() : Optional.of(current);
    }
}
