package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Flow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class FlowReader {

    private static final Form<Strength> STRENGTH = Form.choice(Strength.class);

    /** Whether a hop fails with the next one. */
    enum Strength {
        HARD,
        SOFT
    }

    private FlowReader() {}

    static Flow read(Outline outline) {
        Fields spec = outline.spec();
        Flow flow =
                new Flow(
                        outline.ref(),
                        spec.readOr("title", Texts.LINE, outline.name()),
                        Outline.product(spec),
                        spec.readIfAny("owner", Outline.USER),
                        path(spec),
                        spec.readOr("strength", STRENGTH, Strength.HARD) == Strength.HARD);
        spec.noOthers();
        return flow;
    }

    private static List<Ref> path(Fields spec) {
        List<Ref> path = spec.readAll("path", Outline.PLACE);
        if (path.isEmpty()) {
            spec.fault("path", "names no hop", "write path: [hop:mail/web, hop:mail/relay]");
        }
        Set<Ref> seen = new HashSet<>();
        for (int at = 0; at < path.size(); at++) {
            Ref hop = path.get(at);
            if (!seen.add(hop) && !hop.is("unknown")) {
                spec.fault(
                        "path[" + at + "]",
                        "comes to " + hop + " a second time",
                        "name each hop once, in the order of the calls");
            }
        }
        return path;
    }
}
