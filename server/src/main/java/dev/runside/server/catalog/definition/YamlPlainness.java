package dev.runside.server.catalog.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Goes through a file event by event before anything is built of it: no anchors, which a few lines
 * can blow up to gigabytes; no tags, which name types; no deep nesting, which exhausts the stack.
 */
final class YamlPlainness {

    private static final int DEEPEST = 20;

    private final DefinitionFile file;
    private final Faults faults;
    private final List<Integer> starts = new ArrayList<>();
    private int depth;

    YamlPlainness(DefinitionFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    boolean holds() {
        int before = faults.count();
        for (Event event : new Parse(YamlFile.SETTINGS).parseString(file.text())) {
            look(event);
            if (depth > DEEPEST) {
                break;
            }
        }
        return faults.count() == before;
    }

    /** The line at which each document begins, from 0. */
    List<Integer> starts() {
        return starts;
    }

    private void look(Event event) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            fault(
                    event,
                    event instanceof AliasEvent
                            ? "aliases (*name) are not read"
                            : "anchors (&name) are not read",
                    "write the value out in each place");
        }
        switch (event) {
            case DocumentStartEvent _ -> starts.add(starts.isEmpty() ? 0 : lineOf(event));
            case ScalarEvent scalar -> refuseTag(event, scalar.getTag());
            case CollectionStartEvent start -> enter(start);
            case CollectionEndEvent _ -> depth--;
            default -> {}
        }
    }

    private void enter(CollectionStartEvent start) {
        refuseTag(start, start.getTag());
        if (++depth > DEEPEST) {
            fault(start, "is nested deeper than " + DEEPEST + " levels", "write it flatter");
        }
    }

    private void refuseTag(Event event, Optional<String> tag) {
        tag.ifPresent(
                name -> fault(event, "tags (" + name + ") are not read", "leave the tag out"));
    }

    private void fault(Event event, String detail, String fix) {
        faults.add(new Fault(file.name(), file.firstLine() + lineOf(event), "", detail, fix));
    }

    private static int lineOf(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0);
    }
}
