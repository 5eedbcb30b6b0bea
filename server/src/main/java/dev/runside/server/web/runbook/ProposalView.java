package dev.runside.server.web.runbook;

import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.words.Stamp;
import java.util.List;

/**
 * One drafted runbook with its evidence.
 *
 * @param state open, promoted or dismissed
 * @param decided who decided and how; empty while it is open
 * @param summary of its trial, a sentence
 */
public record ProposalView(
        Shell shell,
        String name,
        String product,
        String owner,
        String state,
        String decided,
        List<From> from,
        List<String> missing,
        String summary,
        List<Hit> hits,
        String definition) {

    /** An incident it was learnt of. */
    public record From(long number, String cause, String by, Stamp at, String did) {}

    /**
     * An incident that it would have acted on.
     *
     * @param verdict right, wrong or unknown
     */
    public record Hit(long number, String title, String cause, String verdict, boolean paged) {}

    public boolean open() {
        return state.equals("open");
    }
}
