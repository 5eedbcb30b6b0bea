package dev.runside.server.connect;

import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.NewSources;
import dev.runside.server.access.NewSources.NewSource;
import org.springframework.stereotype.Component;

/** Makes a tool's source and says its lines. */
@Component
public class Connecting {

    private final NewSources sources;

    Connecting(NewSources sources) {
        this.sources = sources;
    }

    /** The right is the one that a source's token needs. */
    public Connection connect(PersonCaller by, Wish wish) {
        NewSource made = sources.make(by, wish.name(), wish.speaksFor());
        var place =
                new Place(
                        wish.url(),
                        made.source().name(),
                        made.token(),
                        made.signingSecret(),
                        wish.fileOfToken());
        return new Connection(
                wish.tool(),
                made.source().toString(),
                made.speaksFor(),
                made.token(),
                wish.tool().keeps() == Tool.Keeps.TOKEN_IN_A_FILE ? wish.fileOfToken() : "",
                wish.tool().lines(place));
    }
}
