package dev.runside.agent;

import dev.runside.agent.disk.WholeFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The agent's own directory, held by one agent at a time. */
final class Workplace implements AutoCloseable {

    private final Path directory;
    private final RandomAccessFile lockFile;

    private Workplace(Path directory, RandomAccessFile lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    static Workplace open(Path directory) throws IOException, UsageException {
        if (!Files.isDirectory(directory)) {
            WholeFile.createPrivateDirectory(directory);
        }
        RandomAccessFile lockFile = new RandomAccessFile(directory.resolve("lock").toFile(), "rw");
        if (!locks(lockFile)) {
            lockFile.close();
            throw new UsageException(
                    "Another agent works in %s. End it first, or name another directory with --data."
                            .formatted(directory));
        }
        return new Workplace(directory, lockFile);
    }

    Path directory() {
        return directory;
    }

    Path key() {
        return directory.resolve("key");
    }

    Path journal() {
        return directory.resolve("journal");
    }

    Path card() {
        return directory.resolve("card.json");
    }

    Path hold() {
        return directory.resolve("hold");
    }

    /** The operating system gives the lock back also when the agent is killed. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static boolean locks(RandomAccessFile file) throws IOException {
        try {
            FileLock lock = file.getChannel().tryLock();
            return lock != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }
}
