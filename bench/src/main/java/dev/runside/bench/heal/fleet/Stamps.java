package dev.runside.bench.heal.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The moments at which a service was started as a remedy, as the launcher wrote them down. */
public record Stamps(Path file) {

    private static final long NANOS = 1_000_000_000L;

    public List<Instant> all() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        return whole.lines().map(Long::parseLong).map(Stamps::instant).toList();
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS);
    }
}
