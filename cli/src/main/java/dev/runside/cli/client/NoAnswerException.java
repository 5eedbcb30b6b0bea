package dev.runside.cli.client;

import java.io.IOException;

/** Nobody listens at the server's address. */
public final class NoAnswerException extends IOException {

    NoAnswerException(String url, IOException cause) {
        super("Nothing answers at " + url + ". Start it: runside up", cause);
    }
}
