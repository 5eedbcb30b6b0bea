package dev.runside.agent.process;

import dev.runside.agent.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Processes to try things on. */
public final class Processes {

    private Processes() {}

    public static void signal(String name, long pid) throws IOException, InterruptedException {
        int exit =
                new ProcessBuilder("/bin/kill", "-" + name, Long.toString(pid)).start().waitFor();
        if (exit != 0) {
            throw new IOException("kill -" + name + " " + pid + " ended with " + exit);
        }
    }

    /** A program of its own, since no command line is ever given to a shell. */
    public static Path script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    static Launch launch(Path directory, String... command) {
        return new Launch(List.of(command), directory, Map.of(), directory.resolve("service.log"));
    }

    static ServiceProcess service(Path directory, Duration grace) {
        return new ServiceProcess(directory.resolve("service.pid"), Health.none(), grace);
    }

    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    static boolean lives(long pid) {
        return ProcessTable.SYSTEM.find(pid).isPresent();
    }
}
