package dev.runside.server.storage;

import dev.runside.server.problem.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One server for one data directory. The system frees the lock however the process ends. */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(DataDirectory directory) {
        Path file = directory.file("server.lock");
        try {
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw refused(directory, file);
            }
            sign(channel);
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory cannot be locked: " + file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        String process = ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.UTF_8)));
    }

    private static StartRefused refused(DataDirectory directory, Path file) throws IOException {
        return new StartRefused(
                "Another Runside server (process "
                        + Files.readString(file).strip()
                        + ") already uses "
                        + directory.root(),
                "Stop that one first, or start this one on a data directory of its own: --runside.data=DIR.");
    }
}
