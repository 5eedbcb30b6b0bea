package dev.runside.bench.storm;

import dev.runside.bench.rig.Command;
import dev.runside.bench.rig.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The command {@code bench/storm}. */
public final class Storm {

    private static final Duration AROUND = Duration.ofMinutes(8);

    private Storm() {}

    public static void main(String... words) throws Exception {
        new Command<>("storm", Options.HELP, Options::read).run(words, Storm::run);
    }

    private static int run(Options options) throws IOException, InterruptedException {
        Duration limit = AROUND.plusSeconds(options.seconds());
        return new Workplace("storm", limit).occupy((root, folder) -> storm(options, root, folder));
    }

    private static int storm(Options options, Path root, Path folder)
            throws IOException, InterruptedException {
        System.out.println("What is written lies in " + folder + ".");
        try (Storming storming = Storming.in(root, folder, options)) {
            Aftermath aftermath = storming.run();
            System.out.println(aftermath.table());
            System.out.println(aftermath.json());
            return aftermath.ok() ? 0 : 1;
        }
    }
}
