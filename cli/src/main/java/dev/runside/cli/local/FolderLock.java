package dev.runside.cli.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one process that runs Runside on a data folder; the system lets go when it dies. */
record FolderLock(FileChannel channel) implements AutoCloseable {

    static Optional<FolderLock> tryTake(DataFolder data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new FolderLock(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
