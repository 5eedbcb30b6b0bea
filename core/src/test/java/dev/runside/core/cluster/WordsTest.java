package dev.runside.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is left of a text is what it is about. */
class WordsTest {

    @Test
    void wordsThatSayNothingAreLeftOut() {
        assertThat(Words.of("Can you please help me, this is why I can't")).containsExactly("cant");
    }

    @Test
    void aWordIsTheSameWithAndWithoutItsEnding() {
        assertThat(Words.of("stop stopped stopping stops")).containsOnly("stop");
        assertThat(Words.of("charge charged charging")).containsOnly("charg");
        assertThat(Words.of("query queries")).containsOnly("query");
    }

    @Test
    void signsThatBelongToAWordStayWithIt() {
        assertThat(Words.of("C++ or c#, version 2.0."))
                .containsExactly("c++", "c#", "version", "2.0");
    }
}
