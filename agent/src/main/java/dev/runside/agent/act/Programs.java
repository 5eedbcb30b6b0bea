package dev.runside.agent.act;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The programs that may be run, each pinned to the file that its path led to when the agent
 * started: a symbolic link turned elsewhere later is refused.
 */
record Programs(Map<String, Path> pinned) {

    static Programs pin(Set<Path> listed) {
        Map<String, Path> pinned = new HashMap<>();
        for (Path path : listed) {
            try {
                pinned.put(path.toString(), path.toRealPath());
            } catch (IOException missing) {
                pinned.put(path.toString(), path);
            }
        }
        return new Programs(Map.copyOf(pinned));
    }

    /** The path has to stand in the list as it is written: a detour to the same file is another. */
    Ruling judge(String program) {
        if (!program.startsWith("/")) {
            return Ruling.refused(program + " is not an absolute path");
        }
        Path real = pinned.get(program);
        return real == null
                ? Ruling.refused("agent.yaml does not list the command " + program)
                : judge(Path.of(program), real);
    }

    private static Ruling judge(Path path, Path pinned) {
        try {
            Path real = path.toRealPath();
            if (!real.equals(pinned)) {
                return Ruling.refused(
                        "%s leads to %s now, not to %s as when the agent started"
                                .formatted(path, real, pinned));
            }
            return othersMayWrite(real)
                    ? Ruling.refused(real + " can be written by everybody")
                    : Ruling.Allowed.INSTANCE;
        } catch (IOException missing) {
            return Ruling.refused("there is no file " + path);
        }
    }

    private static boolean othersMayWrite(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_WRITE);
    }
}
