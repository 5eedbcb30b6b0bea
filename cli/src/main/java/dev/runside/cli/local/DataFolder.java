package dev.runside.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Everything that one Runside keeps: database, secrets, logs, and who runs on it now. */
public record DataFolder(Path path) {

    private static final long LOG_KEPT_BYTES = 20L * 1024 * 1024;

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    public Path credentials() {
        return path.resolve("cli.json");
    }

    public Path agent() {
        return path.resolve("agent");
    }

    public Path log(String process) {
        return path.resolve("log").resolve(process + ".log");
    }

    /** The certificate of a server that speaks TLS, for the programs of this machine. */
    public Path trustStore() {
        return path.resolve("trusted.jks");
    }

    /** Opens the server to whoever has the machine. */
    public Path localKey() {
        return path.resolve("secret").resolve("local.key");
    }

    /** What the agent says is wrong with its configuration; absent where nothing is. */
    public Optional<String> agentConfigFault() throws IOException {
        Path file = agent().resolve("config-fault");
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    Path runFile() {
        return path.resolve("run.json");
    }

    Path lock() {
        return path.resolve("run.lock");
    }

    Path firstToken() {
        return path.resolve("first-token");
    }

    Path agentKey() {
        return agent().resolve("key");
    }

    Path agentEnrolToken() {
        return agent().resolve("enroll-token");
    }

    /** Makes the folders, for this user alone. */
    public void create() throws IOException {
        PrivateFiles.createFolder(path);
        PrivateFiles.createFolder(agent());
        PrivateFiles.createFolder(path.resolve("log"));
    }

    /**
     * The log to append to; a long one is set aside first, and the one set aside before is lost.
     */
    public Path openLog(String process) throws IOException {
        Path log = log(process);
        if (Files.exists(log) && Files.size(log) > LOG_KEPT_BYTES) {
            Files.move(log, log(process + "-before"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }
}
