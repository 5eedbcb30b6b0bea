package dev.runside.server.web.incident;

import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.words.Named;
import dev.runside.server.web.words.Prose.Piece;
import dev.runside.server.web.words.Stamp;
import dev.runside.server.web.words.TierWord;
import java.util.List;
import java.util.Optional;

/**
 * The list of incidents.
 *
 * @param state which ones are shown; {@code all} for all
 * @param older the address of the next page; absent on the last
 */
public record IncidentsView(
        Shell shell, String state, List<String> states, List<Row> rows, Optional<String> older) {

    /** One incident. */
    public record Row(
            long number,
            List<Piece> title,
            TierWord tier,
            String state,
            Optional<Named> owner,
            String cause,
            Stamp openedAt,
            String lasted) {}
}
