package dev.runside.bench.lose;

import dev.runside.bench.rig.Command;
import dev.runside.bench.rig.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The command {@code bench/lose}. */
public final class Lose {

    private static final Duration STARTING = Duration.ofMinutes(5);
    private static final Duration EACH = Duration.ofSeconds(30);

    private Lose() {}

    public static void main(String... words) throws Exception {
        new Command<>("lose", Options.HELP, Options::read).run(words, Lose::run);
    }

    private static int run(Options options) throws IOException, InterruptedException {
        Losing.Plan plan = options.plan();
        Duration limit = STARTING.plus(EACH.multipliedBy(plan.all()));
        return new Workplace("lose", limit).occupy((root, folder) -> lose(plan, root, folder));
    }

    private static int lose(Losing.Plan plan, Path root, Path folder)
            throws IOException, InterruptedException {
        System.out.println("Seed " + plan.seed() + ". What is written lies in " + folder + ".");
        try (Losing losing = Losing.in(root, folder, plan, System.out::println)) {
            Runtime.getRuntime().addShutdownHook(new Thread(losing::close));
            Account account = losing.run();
            System.out.println(account.json());
            return account.ok() ? 0 : 1;
        }
    }
}
