package dev.runside.demo.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs for this machine, unpacked from the class path into a folder. */
record Binaries(Path folder) {

    private static final Path UNSHARE = Path.of("/usr/bin/unshare");
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
        try (InputStream packed = new BufferedInputStream(archive());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(folder, entry, tar);
            }
        }
    }

    private static InputStream archive() throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + (MAC ? "darwin" : "linux") + "-" + machine + ".txz";
        InputStream found = Binaries.class.getResourceAsStream(name);
        if (found == null) {
            throw new IOException("No PostgreSQL for this machine on the class path: " + name);
        }
        return found;
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

    /** The command line of one of the programs. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /**
     * PostgreSQL refuses to run as root: in a user namespace of its own root is nobody in
     * particular.
     */
    private static List<String> asOrdinaryUser() {
        boolean root = System.getProperty("user.name").equals("root");
        return root && Files.isExecutable(UNSHARE) ? List.of(UNSHARE.toString(), "-U") : List.of();
    }
}
