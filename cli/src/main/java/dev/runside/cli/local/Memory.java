package dev.runside.cli.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The memory that processes hold, in MB of 1,048,576 bytes; 0 where the system does not tell. */
public final class Memory {

    private static final long KIB_A_MB = 1024;

    private Memory() {}

    /** What one process has resident. */
    public static long residentMb(ProcessHandle process) {
        return residentKib(process) / KIB_A_MB;
    }

    /** What a process and those it started have resident, with what they share counted once. */
    public static long familyMb(ProcessHandle first) {
        return Stream.concat(Stream.of(first), first.descendants())
                        .mapToLong(Memory::shareKib)
                        .sum()
                / KIB_A_MB;
    }

    private static long residentKib(ProcessHandle process) {
        Path told = Path.of("/proc", "" + process.pid(), "status");
        return Files.isReadable(told) ? field(told, "VmRSS:") : asked(process);
    }

    /** Of pages that several processes have, each has its part (Linux); elsewhere each has all. */
    private static long shareKib(ProcessHandle process) {
        Path told = Path.of("/proc", "" + process.pid(), "smaps_rollup");
        return Files.isReadable(told) ? field(told, "Pss:") : residentKib(process);
    }

    private static long field(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> number(line.substring(name.length())))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long asked(ProcessHandle process) {
        try {
            Process ps =
                    new ProcessBuilder(List.of("ps", "-o", "rss=", "-p", "" + process.pid()))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return number(
                    new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException noSuchProgram) {
            return 0;
        }
    }

    private static long number(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
