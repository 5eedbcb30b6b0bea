package dev.runside.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runside.server.problem.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    @Test
    void aSecondServerIsToldWhoHasTheDirectory(@TempDir Path root) throws IOException {
        var directory = DataDirectory.make(root);
        try (var held = DirectoryLock.take(directory)) {
            assertThat(held).isNotNull();
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> DirectoryLock.take(directory))
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .withMessageContaining(root.toString());
        }
    }

    @Test
    void afterTheFirstHasEndedTheNextMayStart(@TempDir Path root) throws IOException {
        var directory = DataDirectory.make(root);
        DirectoryLock.take(directory).close();

        DirectoryLock.take(directory).close();
    }
}
