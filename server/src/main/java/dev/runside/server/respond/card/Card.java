package dev.runside.server.respond.card;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Person.Role;
import dev.runside.server.respond.pager.Webhook;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom to page when Runside is out, and by which channels: the platform owners, then the architect.
 */
record Card(Instant issuedAt, List<Recipient> people, String message) {

    private static final String MESSAGE =
            "Runside cannot see or record. Nothing heals by itself until it is back: look after what it watches,"
                    + " and start it again (runside status, runside up).";

    /** Read by whoever watches the channel, where the catalog names nobody. */
    private static final Recipient NOBODY_NAMED =
            new Recipient(
                    "nobody", "No platform owner and no architect is in the catalog", List.of());

    record Recipient(String person, String displayName, List<Channel> channels) {}

    record Channel(String type, String url, String secret) {

        /** Without the secret: this text may end in a log. */
        @Override
        public String toString() {
            return type;
        }
    }

    static Card of(Catalog catalog, Optional<Webhook> webhook, Instant now) {
        List<Channel> channels = webhook.stream().map(Card::channel).toList();
        List<Recipient> named =
                Stream.concat(inRole(catalog, Role.PLATFORM_OWNER), inRole(catalog, Role.ARCHITECT))
                        .distinct()
                        .map(person -> recipient(person, channels))
                        .toList();
        return new Card(
                now,
                named.isEmpty() ? List.of(withChannels(NOBODY_NAMED, channels)) : named,
                MESSAGE);
    }

    private static Stream<Person> inRole(Catalog catalog, Role role) {
        return catalog.persons().values().stream()
                .filter(person -> person.roles().contains(role))
                .sorted(Comparator.comparing(Person::ref, Comparator.comparing(Ref::toString)));
    }

    private static Recipient recipient(Person person, List<Channel> channels) {
        return new Recipient(person.ref().toString(), person.displayName(), channels);
    }

    private static Recipient withChannels(Recipient recipient, List<Channel> channels) {
        return new Recipient(recipient.person(), recipient.displayName(), channels);
    }

    private static Channel channel(Webhook webhook) {
        return new Channel("webhook", webhook.url().toString(), webhook.secret().text());
    }
}
