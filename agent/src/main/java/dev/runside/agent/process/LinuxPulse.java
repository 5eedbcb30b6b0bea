package dev.runside.agent.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads {@code /proc/PID/statm} again and again through one open file: a few microseconds a look,
 * an error once the process is gone, and never another process that was given the same pid. The
 * memory of a corpse is zero; then the full state is asked.
 */
final class LinuxPulse implements Pulse {

    private final FileChannel memory;
    private final BooleanSupplier lives;
    private final ByteBuffer first = ByteBuffer.allocateDirect(2);

    private LinuxPulse(FileChannel memory, BooleanSupplier lives) {
        this.memory = memory;
        this.lives = lives;
    }

    static Optional<Pulse> open(Path process, BooleanSupplier lives) {
        try {
            Path statm = process.resolve("statm");
            return Optional.of(
                    new LinuxPulse(FileChannel.open(statm, StandardOpenOption.READ), lives));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    @Override
    public boolean beats() {
        try {
            int read = memory.read(first.clear(), 0);
            boolean hasMemory = read == 2 && !(first.get(0) == '0' && first.get(1) == ' ');
            return hasMemory || lives.getAsBoolean();
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            memory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
