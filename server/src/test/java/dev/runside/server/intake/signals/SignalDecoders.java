package dev.runside.server.intake.signals;

import dev.runside.server.intake.body.TestItems;
import dev.runside.server.intake.fuzz.Decoder;
import java.util.List;

/** What reads bodies here, for those who send it odd ones. */
public final class SignalDecoders {

    private SignalDecoders() {}

    public static List<Decoder> all() {
        var items = TestItems.create();
        return List.of(
                new Decoder("signal", body -> items.read(body, SignalReader::read)),
                new Decoder("ticket", body -> items.read(body, TicketReader::read)));
    }
}
