package dev.runside.server.intake.alertmanager;

import dev.runside.core.Ref;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.access.Speech;
import dev.runside.server.intake.body.TestItems;
import dev.runside.server.intake.fuzz.Decoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What reads bodies here, for those who send it odd ones. */
public final class AlertmanagerDecoders {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private AlertmanagerDecoders() {}

    public static List<Decoder> all() {
        var silences = new SilenceReader(TestItems.create());
        var caller = new SourceCaller(Ref.parse("source:monitoring"), new Speech(List.of("*")), "");
        return List.of(
                new Decoder("alerts", body -> new AlertReader(NOW, Duration.ZERO).read(body)),
                new Decoder("silence", body -> silences.read(body, caller, NOW)));
    }
}
