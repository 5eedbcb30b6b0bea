package dev.runside.cli.client;

import dev.runside.cli.launcher.Typed;
import java.io.IOException;

/** Nobody listens at the server's address. */
public final class NoAnswerException extends IOException {

    NoAnswerException(String url, IOException cause) {
        super("Nothing answers at " + url + ". Start it: " + Typed.command("up"), cause);
    }
}
