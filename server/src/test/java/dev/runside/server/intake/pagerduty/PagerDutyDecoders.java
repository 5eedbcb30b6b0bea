package dev.runside.server.intake.pagerduty;

import dev.runside.server.intake.body.TestItems;
import dev.runside.server.intake.fuzz.Decoder;
import java.time.Instant;
import java.util.List;

/** What reads bodies here, for those who send it odd ones. */
public final class PagerDutyDecoders {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private PagerDutyDecoders() {}

    public static List<Decoder> all() {
        var items = TestItems.create();
        return List.of(
                new Decoder(
                        "pagerduty",
                        body -> items.first(body, item -> PagerEvent.read(item, "fresh", NOW))),
                new Decoder(
                        "pagerduty-change",
                        body -> items.first(body, item -> PagerChange.read(item, NOW))));
    }
}
