package dev.runside.server.intake.lineage;

import dev.runside.server.intake.body.TestItems;
import dev.runside.server.intake.fuzz.Decoder;
import java.util.List;

/** What reads bodies here, for those who send it odd ones. */
public final class LineageDecoders {

    private LineageDecoders() {}

    public static List<Decoder> all() {
        var items = TestItems.create();
        return List.of(new Decoder("lineage", body -> items.read(body, EventReader::readAll)));
    }
}
