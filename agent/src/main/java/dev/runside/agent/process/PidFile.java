package dev.runside.agent.process;

import dev.runside.agent.disk.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Where a service's pid is written: the pid on the first line, on the second the start time when we
 * wrote it. Other writers put other things there (PostgreSQL its data directory), which say
 * nothing.
 */
record PidFile(Path path) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    Optional<ProcessIdentity> read() {
        try {
            return identity(Files.readAllLines(path));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    void write(long pid, long startMark) throws IOException {
        WholeFile.writeOpen(path, pid + "\n" + startMark + "\n");
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private static Optional<ProcessIdentity> identity(List<String> lines) {
        return line(lines, 0)
                .filter(pid -> pid > 1)
                .map(pid -> new ProcessIdentity(pid, startMark(lines)));
    }

    private static OptionalLong startMark(List<String> lines) {
        return line(lines, 1).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static Optional<Long> line(List<String> lines, int index) {
        return lines.stream()
                .skip(index)
                .findFirst()
                .map(String::strip)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong);
    }
}
