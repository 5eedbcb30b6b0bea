package dev.runside.server.web.runbook;

import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.words.Stamp;
import java.util.List;
import java.util.Optional;

/**
 * All runbooks.
 *
 * @param drafts those to decide on
 */
public record RunbooksView(Shell shell, List<Draft> drafts, List<Row> rows) {

    /**
     * One that is in force.
     *
     * @param runs of the last 30 days
     * @param verified those of them that were seen to have helped
     */
    public record Row(
            String name,
            String product,
            String stage,
            String keeper,
            int runs,
            int verified,
            Optional<Stamp> last) {}

    /**
     * One that was drafted.
     *
     * @param from as in {@code #3, #5, #9}
     */
    public record Draft(String name, String owner, String from, Stamp at, boolean lacks) {}
}
