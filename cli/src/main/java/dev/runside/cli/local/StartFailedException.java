package dev.runside.cli.local;

import dev.runside.cli.launcher.Typed;
import java.io.IOException;

/** Runside could not be started; the message is for the person who tried, and says what to do. */
public final class StartFailedException extends IOException {

    StartFailedException(String message) {
        super(message);
    }

    public static StartFailedException runsAlready(DataFolder data) {
        String folder = " --data " + Typed.word(data.path());
        return new StartFailedException(
                "Runside already runs on %s: `%s` says since when, `%s` stops it."
                        .formatted(
                                data.path(),
                                Typed.command("status" + folder),
                                Typed.command("down" + folder)));
    }
}
