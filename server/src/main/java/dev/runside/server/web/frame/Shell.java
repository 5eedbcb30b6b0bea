package dev.runside.server.web.frame;

import dev.runside.server.web.words.Stamp;
import java.util.List;
import java.util.Optional;

/**
 * What every page has around its own content.
 *
 * @param fragment only the live part is wanted, not the whole document
 * @param topics what the page wants to hear of, as the stream knows it
 * @param warnings what is lacking in this installation
 */
public record Shell(
        String title,
        Section section,
        Viewer viewer,
        Theme theme,
        boolean fragment,
        String topics,
        Optional<Held> hold,
        List<String> warnings,
        Optional<Notice> notice,
        Assets assets,
        Stamp now) {

    public Shell {
        warnings = List.copyOf(warnings);
    }

    /** All acting is held. */
    public record Held(String by, String reason, Stamp since) {}

    public Shell saying(Notice said) {
        return new Shell(
                title,
                section,
                viewer,
                theme,
                fragment,
                topics,
                hold,
                warnings,
                Optional.of(said),
                assets,
                now);
    }
}
