package dev.runside.agent.act;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether all acting has to stop: because a person made the hold file on this machine, or because
 * the server said so last. The file counts also when the server is away, or says otherwise.
 */
public final class Hold {

    private final Path file;
    private volatile boolean byServer;

    public Hold(Path file) {
        this.file = file;
    }

    public void fromServer(boolean held) {
        byServer = held;
    }

    public boolean active() {
        return byServer || here();
    }

    /** Whether a person holds it on this machine, whatever the server says. */
    public boolean here() {
        return Files.exists(file);
    }

    /** For people. */
    public String reason() {
        return here()
                ? "acting is on hold: " + file + " exists on the agent's machine"
                : "acting is on hold";
    }
}
