package dev.runside.bench.adopt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The guide, followed once.
 *
 * @param suspect whom the incident names first
 */
record Adoption(List<Milestone> milestones, String suspect) {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration SETTLED = Duration.ofMinutes(2);
    private static final String INCIDENT = "first incident with the right suspect";

    /**
     * @param folder fresh, to be thrown away
     * @param seen hears of each block with what it printed
     */
    static Adoption follow(Guide guide, Path folder, Path root, BiConsumer<Block, String> seen)
            throws IOException {
        List<Milestone> milestones = new ArrayList<>();
        String suspect = "";
        long began = 0;
        long commands = 0;
        long byHand = 0;
        try (Terminal terminal = Terminal.in(folder, root)) {
            for (Block block : guide.blocks()) {
                if (block.counted()) {
                    began = began == 0 ? System.nanoTime() : began;
                    commands += block.lines().size();
                    byHand += block.linesByHand();
                }
                String said = terminal.run(block.commands(), LIMIT);
                seen.accept(block, said);
                if (block.reached().equals(Optional.of(INCIDENT))) {
                    suspect = suspect(terminal);
                }
                if (block.reached().isPresent()) {
                    Duration after = Duration.ofNanos(System.nanoTime() - began);
                    milestones.add(new Milestone(block.reached().get(), after, commands, byHand));
                }
            }
        }
        return new Adoption(List.copyOf(milestones), suspect);
    }

    /**
     * Prometheus may tell first that nginx is ill, and then why: who is named first counts when
     * both are known.
     */
    private static String suspect(Terminal terminal) throws IOException {
        long end = System.nanoTime() + SETTLED.toNanos();
        String suspect = suspectNow(terminal);
        while (!suspect.equals(Adopt.SUSPECT) && System.nanoTime() < end) {
            suspect = suspectNow(terminal);
        }
        return suspect;
    }

    private static String suspectNow(Terminal terminal) throws IOException {
        JsonNode incident =
                JsonMapper.shared().readTree(terminal.run("./runside incident 1 --json", LIMIT));
        return incident.path("suspects").path(0).path("ref").asString("");
    }
}
