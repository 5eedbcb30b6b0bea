package dev.runside.bench.heal.peers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs to its end, in a folder. */
record Command(Path folder, List<String> words) {

    private static final long MINUTES = 3;

    /** How it ended, and all that it said. */
    record Ended(int code, String said) {
        boolean well() {
            return code == 0;
        }
    }

    static Command of(String... words) {
        return new Command(Path.of("."), List.of(words));
    }

    Ended run() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(words + " did not end");
        }
        return new Ended(process.exitValue(), said);
    }
}
