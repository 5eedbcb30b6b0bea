package dev.runside.server.intake.lineage;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import java.util.ArrayList;
import java.util.List;

/** Reads an event of OpenLineage: of a run, or of a job or a data set by itself. */
final class EventReader {

    private EventReader() {}

    /** The event itself, and after it what its checks of data sets came to. */
    static List<Draft> readAll(Item event) {
        Draft told = read(event);
        List<Draft> all = new ArrayList<>(List.of(told));
        new Assertions(event, told).drafts().forEach(all::add);
        return all;
    }

    /** Only a run has a state; the others have one thing less than it. */
    private static Draft read(Item event) {
        if (event.has("run") || event.has("eventType")) {
            return RunEventReader.read(event);
        }
        if (event.has("job")) {
            return StaticEventReader.job(event);
        }
        return event.has("dataset") ? StaticEventReader.dataset(event) : RunEventReader.read(event);
    }
}
