package dev.runside.server.web.flow;

import dev.runside.server.web.frame.Shell;
import java.util.List;

/** All flows. */
public record FlowsView(Shell shell, List<Row> flows) {

    /**
     * @param path its hops by name, in order
     */
    public record Row(
            String name,
            String title,
            String product,
            String owner,
            boolean owned,
            Health health,
            String state,
            List<HopCard> path) {}
}
