package dev.runside.server.intake.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Coverage-guided fuzzing of every decoder, one after the other, when it is asked for: {@code
 * ./mvnw -Pfuzz}. What it finds and what it grew is left in {@code target/fuzz}.
 */
final class JazzerRuns {

    private static final long ALL = Long.getLong("runside.fuzz.runs", 1_000_000);
    private static final String ONLY = System.getProperty("runside.fuzz.only", "");

    private JazzerRuns() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        List<Decoder> decoders =
                Decoders.all().filter(each -> ONLY.isEmpty() || each.name().equals(ONLY)).toList();
        long each = Math.ceilDiv(ALL, decoders.size());
        long inputs = 0;
        int found = 0;
        for (Decoder decoder : decoders) {
            JazzerRun.Outcome outcome = new JazzerRun(decoder, each, folder).run();
            inputs += outcome.inputs();
            found += outcome.exit() == 0 ? 0 : 1;
            System.out.printf(
                    "%-16s %,11d inputs in %,6d s, %,6d edges, exit %d%n",
                    decoder.name(),
                    outcome.inputs(),
                    outcome.seconds(),
                    outcome.covered(),
                    outcome.exit());
        }
        System.out.printf("%,d inputs, %d decoders with findings; see %s%n", inputs, found, folder);
        System.exit(found == 0 ? 0 : 1);
    }
}
