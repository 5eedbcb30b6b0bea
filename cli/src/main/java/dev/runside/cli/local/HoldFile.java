package dev.runside.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The brake beside this machine's agent: while the file is there the agent does not act, whatever
 * the server says.
 *
 * @param folder the agent's
 */
public record HoldFile(Path folder) {

    public void write(String reason) throws IOException {
        PrivateFiles.createFolder(folder);
        PrivateFiles.write(file(), reason + "\n");
    }

    public void remove() throws IOException {
        Files.deleteIfExists(file());
    }

    private Path file() {
        return folder.resolve("hold");
    }
}
