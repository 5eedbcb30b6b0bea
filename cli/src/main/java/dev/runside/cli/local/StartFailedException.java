package dev.runside.cli.local;

import java.io.IOException;

/** Runside could not be started; the message is for the person who tried, and says what to do. */
public final class StartFailedException extends IOException {

    StartFailedException(String message) {
        super(message);
    }
}
