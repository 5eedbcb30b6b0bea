package dev.runside.agent.emergency;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Whom to page when the server can neither see nor record.
 *
 * @param message what to tell them
 */
record Card(Instant issuedAt, List<Person> people, String message) {

    Card {
        people = List.copyOf(people);
    }

    record Person(String person, String displayName, List<Webhook> webhooks) {

        Person {
            webhooks = List.copyOf(webhooks);
        }
    }

    /**
     * @param secret {@code whsec_} and base64: signs what is sent there
     */
    record Webhook(URI url, String secret) {

        @Override
        public String toString() {
            return url.toString();
        }
    }
}
