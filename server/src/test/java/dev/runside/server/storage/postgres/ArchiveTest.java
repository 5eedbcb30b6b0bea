package dev.runside.server.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchiveTest {

    @TempDir private Path root;

    @Test
    void programsStayPrograms() throws IOException {
        var entry = new TarArchiveEntry("./bin/run");
        entry.setMode(0100755);
        entry.setSize(3);

        Archive.unpack(archive(entry, "abc"), root);

        assertThat(root.resolve("bin/run")).hasContent("abc").isExecutable();
    }

    @Test
    void anEntryThatClimbsOutIsRefused() throws IOException {
        var target = Files.createDirectory(root.resolve("target"));
        var entry = new TarArchiveEntry("../outside");
        entry.setSize(3);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Archive.unpack(archive(entry, "abc"), target));
        assertThat(root.resolve("outside")).doesNotExist();
    }

    @Test
    void aLinkThatPointsOutIsRefused() throws IOException {
        var target = Files.createDirectory(root.resolve("target"));
        var entry = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
        entry.setLinkName("../../etc");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Archive.unpack(archive(entry, ""), target));
    }

    private static InputStream archive(TarArchiveEntry entry, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options()))) {
            tar.putArchiveEntry(entry);
            tar.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            tar.closeArchiveEntry();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
