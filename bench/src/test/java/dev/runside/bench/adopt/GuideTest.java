package dev.runside.bench.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuideTest {

    private static final String DOCUMENT =
            """
            <!-- not counted -->
            ```sh
            estate up
            ```

            ```sh
            one --flag \\
              value   # said to the reader
            cat >>file <<'END'
            a: 1

            b: 2
            END
            two
            ```

            ```text
            seen
            ```

            <!-- reached: the end -->

            ```yaml
            not: typed
            ```
            """;

    @Test
    void whatIsTypedIsToldFromWhatIsWrittenByHandAndFromWhatDoesNotCount() {
        List<Block> blocks = Guide.of(DOCUMENT).blocks();

        assertThat(blocks).extracting(Block::counted).containsExactly(false, true);
        Block second = blocks.getLast();
        assertThat(second.lines()).containsExactly("one --flag    value", "cat >>file", "two");
        assertThat(second.linesByHand()).isEqualTo(2);
        assertThat(second.shown()).isEqualTo("seen\n");
        assertThat(second.reached()).contains("the end");
    }
}
