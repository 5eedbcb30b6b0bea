package dev.runside.server.intake.zendesk;

import dev.runside.server.intake.body.TestItems;
import dev.runside.server.intake.fuzz.Decoder;
import java.util.List;

/** What reads bodies here, for those who send it odd ones. */
public final class ZendeskDecoders {

    private ZendeskDecoders() {}

    public static List<Decoder> all() {
        var items = TestItems.create();
        return List.of(new Decoder("zendesk", body -> items.read(body, TicketEvents::read)));
    }
}
