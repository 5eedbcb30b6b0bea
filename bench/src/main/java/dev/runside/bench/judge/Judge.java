package dev.runside.bench.judge;

import dev.runside.bench.rig.Command;
import java.io.IOException;
import java.nio.file.Files;

/** The command {@code bench/judge}. */
public final class Judge {

    private Judge() {}

    public static void main(String... words) throws Exception {
        new Command<>("judge", Options.HELP, Options::read).run(words, Judge::run);
    }

    private static int run(Options options) throws IOException {
        Files.createDirectories(options.out());
        options.set().judge(options.data(), options.out());
        return 0;
    }
}
