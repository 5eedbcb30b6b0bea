package dev.runside.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A data directory under {@code target} for each server of the tests; PostgreSQL's programs are
 * unpacked once for all.
 */
public final class FreshDataDirectory
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "runside.data=" + make(),
                        "runside.programs=" + programs(),
                        "runside.otlp-port=0",
                        "runside.otlp-grpc-port=0")
                .applyTo(context);
    }

    public static Path make() {
        try {
            Path parent = Files.createDirectories(TARGET.resolve("server-tests"));
            return Files.createTempDirectory(parent, "data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path programs() {
        return TARGET.resolve("pg-programs");
    }
}
