package dev.runside.demo.company;

import dev.runside.demo.process.Signal;
import dev.runside.demo.process.Supervised;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Makes the services' later starts quick, once after each build. Nothing depends on it. */
public final class StartCache {

    private StartCache() {}

    /** True where the cache is missing or older than the program. */
    public static boolean isStale() throws IOException {
        Optional<Path> cache = ServiceCommand.cache();
        if (cache.isEmpty()) {
            return false;
        }
        Path program = Path.of(System.getProperty("java.class.path").split(":", 2)[0]);
        return !Files.exists(cache.get())
                || Files.getLastModifiedTime(cache.get())
                                .compareTo(Files.getLastModifiedTime(program))
                        < 0;
    }

    public static void make() throws IOException {
        Path cache = ServiceCommand.cache().orElseThrow();
        Path folder = Objects.requireNonNull(cache.getParent());
        Files.createDirectories(folder);
        Path rehearsal = Files.createTempDirectory(folder, "rehearsal-");
        Path draft = rehearsal.resolve("demo.aot");
        try {
            if (rehearse(rehearsal, draft)) {
                Files.move(draft, cache, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            delete(rehearsal);
        }
    }

    private static boolean rehearse(Path directory, Path draft) throws IOException {
        URI nowhere = URI.create("http://127.0.0.1:9");
        Site site = Premises.prepare(directory, nowhere, nowhere);
        site.secret("orders-db-shop").orNew();
        site.secret("orders-db-reporting").orNew();
        Supervised process =
                new Supervised(
                        "rehearsal",
                        new ServiceCommand(site).rehearsal(draft),
                        site.pidFile("rehearsal"),
                        site.logFile("rehearsal"),
                        Signal.TERMINATE);
        ProcessHandle started = process.spawn();
        try {
            started.onExit().get(60, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            started.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return Files.exists(draft);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
