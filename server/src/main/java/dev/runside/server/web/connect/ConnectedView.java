package dev.runside.server.web.connect;

import dev.runside.server.connect.Connection;
import dev.runside.server.web.frame.Shell;

/** A source that was just made: what is shown this once. */
public record ConnectedView(Shell shell, Connection connection, SeenView seen) {

    public String name() {
        return connection.source().substring("source:".length());
    }

    public boolean tokenInFile() {
        return !connection.tokenFile().isEmpty();
    }

    @Override
    public String toString() {
        return "ConnectedView[" + name() + "]";
    }
}
