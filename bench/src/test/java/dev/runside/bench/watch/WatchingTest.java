package dev.runside.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The measurement in small; promtool is Debian's. */
class WatchingTest {

    @TempDir private Path folder;

    @Test
    void whatBurnsIsWhatPrometheusRulesSay() throws Exception {
        Watching.Measured measured = Watching.measure(new Options(12, 4), folder);

        assertThat(measured.ours().findings()).isEqualTo(18);
        assertThat(measured.ours().burning())
                .hasSize(9)
                .allSatisfy((_, burning) -> assertThat(burning).hasSize(2));
    }

    @Test
    void whatPrometheusRulesFindOtherwiseIsSaid() {
        Course course = new Course(6, 3);
        Map<Integer, Set<Integer>> wrong = Map.of(course.sure().getFirst(), Set.of(1));

        assertThatThrownBy(() -> new RuleTest(course, folder).run(wrong))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("BudgetBurns");
    }

    @Test
    void everyOptionIsTaken() {
        assertThat(Options.read()).contains(Options.USUAL);
        assertThat(Options.read("--indicators", "5", "--hours", "9")).contains(new Options(5, 9));
        assertThat(Options.read("--hours", "5", "--help")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--indicators", "--indicators 0", "--hours 49", "--hours x", "--fast"})
    void whatCannotBeIsRefused(String words) {
        assertThatThrownBy(() -> Options.read(words.split(" ")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
