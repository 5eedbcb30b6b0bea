package dev.runside.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @Test
    void onlyItsOwnerMayReadIt(@TempDir Path root) throws IOException {
        var secret = DataDirectory.make(root.resolve("data")).secret("key");

        secret.write("quiet");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.path())))
                .isEqualTo("rw-------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(secret.path().resolveSibling("."))))
                .isEqualTo("rwx------");
    }

    @Test
    void itIsMadeOnceAndKept(@TempDir Path root) {
        var secret = DataDirectory.make(root).secret("key");

        String made = secret.readOrWrite(RandomText::fresh);

        assertThat(secret.readOrWrite(() -> "another")).isEqualTo(made).hasSizeGreaterThan(40);
    }

    @Test
    void writtenAnewItHoldsTheNewSecretAndLeavesNothingBeside(@TempDir Path root)
            throws IOException {
        var secret = DataDirectory.make(root).handout("token");
        secret.write("old");

        secret.write("new");

        assertThat(secret.read()).contains("new");
        try (var files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsOnly("token", "secret");
        }
    }
}
