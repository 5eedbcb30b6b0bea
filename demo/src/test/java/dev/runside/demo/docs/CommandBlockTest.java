package dev.runside.demo.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandBlockTest {

    private static final String DOCUMENT =
            """
            Words.

            ```sh
            one --flag \\
                value    # said to the reader
            # nothing
            two
            ```

            ```yaml
            not: typed
            ```

            ```text
            #12 healed after 7.5 s, process 4711
            …
            data   /home/ada/runside/var/data
            ```

            ```sh
            three
            ```
            """;

    @Test
    void commandsAreFoundWithWhatIsShownBelow() {
        var blocks = CommandBlock.of(DOCUMENT);

        assertThat(blocks).extracting(CommandBlock::commands).element(1).isEqualTo("three\n");
        assertThat(blocks.getFirst().lines()).containsExactly("one --flag      value", "two");
        assertThat(blocks.getFirst().shown()).startsWith("#12 healed");
        assertThat(blocks.getLast().shown()).isEmpty();
    }

    @Test
    void whatIsShownMustBeSeenButForNumbersAndPlaces() {
        String shown = CommandBlock.of(DOCUMENT).getFirst().shown();

        assertThat(
                        Shape.missing(
                                shown,
                                "#1 healed after 11 s, process 5\nmore\ndata /tmp/x/var/data\n"))
                .isEmpty();
        assertThat(Shape.missing(shown, "#1 paged after 11 s\ndata /tmp/x/var/data\n"))
                .containsExactly("#N healed after TIME, process N");
    }
}
