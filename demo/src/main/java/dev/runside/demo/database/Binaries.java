package dev.runside.demo.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs for this machine, unpacked from the class path into a folder. */
record Binaries(Path folder) {

    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

    /** Unpacks them where that has not been done to the end. */
    void unpackOnce() throws IOException {
        Path done = folder.resolve("unpacked");
        if (!Files.exists(done)) {
            unpack(folder);
            Files.writeString(done, "");
        }
    }

    private static void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        String system = MAC ? "Darwin" : "Linux";
        String machine = ArchUtils.normalize(System.getProperty("os.arch"));
        try (InputStream packed =
                        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                place(folder, entry, tar);
            }
        }
    }

    private static void place(Path folder, TarArchiveEntry entry, InputStream content)
            throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry lies outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(target);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /**
     * The command line of one of the programs. PostgreSQL refuses to run as root: there, a user
     * namespace hides it.
     */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(namespace().map(List::of).orElse(List.of()));
        if (!command.isEmpty()) {
            command.add("-U");
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static Optional<String> namespace() {
        boolean root = System.getProperty("user.name").toLowerCase(Locale.ROOT).equals("root");
        return root && !MAC && LinuxUtils.isUnshareAvailable()
                ? Optional.of("unshare")
                : Optional.empty();
    }
}
