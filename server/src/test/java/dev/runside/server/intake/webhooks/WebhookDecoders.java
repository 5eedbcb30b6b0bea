package dev.runside.server.intake.webhooks;

import dev.runside.server.intake.body.TestItems;
import dev.runside.server.intake.fuzz.Decoder;
import java.util.List;

/** What reads bodies here, for those who send it odd ones. */
public final class WebhookDecoders {

    private WebhookDecoders() {}

    public static List<Decoder> all() {
        var items = TestItems.create();
        return List.of(
                new Decoder("alertmanager", body -> items.read(body, WebhookReader::alertmanager)),
                new Decoder("grafana", body -> items.read(body, WebhookReader::alerts)));
    }
}
