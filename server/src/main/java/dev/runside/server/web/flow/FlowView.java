package dev.runside.server.web.flow;

import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.picture.Trace;
import dev.runside.server.web.words.Prose.Piece;
import dev.runside.server.web.words.Stamp;
import java.util.List;
import java.util.Optional;

/**
 * One flow as a picture.
 *
 * @param state how the whole path is, in one sentence
 * @param mood the style and sign that go with the state
 * @param columns how many boxes stand beside each other when there is room
 */
public record FlowView(
        Shell shell,
        String name,
        String title,
        String product,
        String owner,
        boolean owned,
        boolean hard,
        String state,
        String mood,
        int columns,
        Drawing wide,
        Drawing tall,
        List<Seam> seams,
        Optional<HopDetail> hop,
        List<Wrong> findings) {

    /** The hop that was chosen. */
    public record HopDetail(
            HopCard card, List<Wrong> findings, List<Measured> indicators, List<String> changes) {}

    /**
     * An open finding.
     *
     * @param incident the number of its incident; absent while it has none
     * @param held why no incident was made of it; empty when nothing holds it
     */
    public record Wrong(
            List<Piece> sentence,
            String where,
            Optional<Long> incident,
            String held,
            Stamp since,
            Trace trace) {}

    /** An indicator as it stands. */
    public record Measured(
            String title, String layer, String value, String unit, String aim, Trace trace) {}
}
