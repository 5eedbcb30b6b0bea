package dev.runside.bench.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the guide for the first hour, in its order, on the estate. */
class AdoptIT {

    private static final Path ROOT =
            Path.of(System.getProperty("runside.root")).toAbsolutePath().normalize();

    @TempDir private Path folder;

    @Test
    void theGuideWorksAsItStandsAndNamesTheRightOwnerAndSuspect() throws Exception {
        Guide guide = Guide.of(ROOT.resolve("docs/guide/first-hour.md"));

        Adoption adoption = Adoption.follow(guide, folder, ROOT, AdoptIT::showsWhatTheGuideShows);

        assertThat(adoption.suspect()).isEqualTo(Adopt.SUSPECT);
        assertThat(adoption.milestones())
                .extracting(Milestone::what)
                .containsExactly(
                        "first own signal",
                        "first owner answered",
                        "first incident with the right suspect");
        Milestone owner = adoption.milestones().get(1);
        assertThat(owner.linesByHand()).isLessThanOrEqualTo(Adopt.GOAL_LINES);
        assertThat(lastLineOf(adoption)).contains("\"rightSuspect\":true");
    }

    private static void showsWhatTheGuideShows(Block block, String said) {
        List<String> seen = said.lines().map(AdoptIT::shape).toList();
        List<String> missing =
                block.shown()
                        .lines()
                        .map(AdoptIT::shape)
                        .filter(line -> !line.isEmpty() && !line.equals("…"))
                        .filter(line -> seen.stream().noneMatch(each -> each.contains(line)))
                        .toList();
        assertThat(missing).as("shown below\n%s\nand not in\n%s", block.commands(), said).isEmpty();
    }

    private static String shape(String line) {
        return line.replaceAll("/[^ ]*/var/", "var/").strip();
    }

    private static String lastLineOf(Adoption adoption) {
        var bytes = new ByteArrayOutputStream();
        Adopt.print(adoption, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    }
}
