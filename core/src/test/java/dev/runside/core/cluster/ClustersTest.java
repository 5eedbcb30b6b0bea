package dev.runside.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts are found together by what they say. */
class ClustersTest {

    private static final List<String> LOGIN =
            List.of(
                    "I cannot log in with my password",
                    "my password is refused when I log in",
                    "the password I set is wrong, no log in",
                    "log in says wrong password",
                    "password refused again on log in");

    private static final List<String> PRINTER =
            List.of(
                    "the printer has no paper left",
                    "printer jams on thick paper",
                    "paper stuck in the printer",
                    "the printer pulls two sheets of paper",
                    "sheets of paper stuck in our printer");

    private static final List<String> INVOICE =
            List.of(
                    "the invoice of march shows the wrong tax",
                    "tax missing on the invoice",
                    "my invoice has the tax twice",
                    "please correct the tax on invoice 12",
                    "march invoice without tax");

    private static final List<String> ALL =
            Stream.of(LOGIN, PRINTER, INVOICE).flatMap(List::stream).toList();

    @Test
    void textsOfThreeTopicsFallIntoThreeClusters() {
        assertThat(Clusters.of(ALL, 3))
                .containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2);
    }

    @Test
    void theNumberOfTopicsIsFoundWhenItIsNotGiven() {
        assertThat(Clusters.of(ALL)).isEqualTo(Clusters.of(ALL, 3));
    }

    @Test
    void theOrderOfTheTextsDoesNotMatter() {
        List<String> reversed = new ArrayList<>(ALL);
        Collections.reverse(reversed);
        List<Integer> clusters = new ArrayList<>(Clusters.of(reversed, 4));
        Collections.reverse(clusters);
        List<Integer> straight = Clusters.of(ALL, 4);
        assertThat(together(clusters)).isEqualTo(together(straight));
    }

    @Test
    void noTextHasNoCluster() {
        assertThat(Clusters.of(List.of())).isEmpty();
        assertThat(Clusters.of(List.of(), 5)).isEmpty();
    }

    @Test
    void oneTextIsOneCluster() {
        assertThat(Clusters.of(List.of("the printer jams"))).containsExactly(0);
        assertThat(Clusters.of(List.of("the printer jams"), 5)).containsExactly(0);
    }

    @Test
    void aTextThatSharesNoWordIsAClusterOfItsOwn() {
        List<String> texts = Stream.concat(ALL.stream(), Stream.of("???", "quux", "???")).toList();
        List<Integer> clusters = Clusters.of(texts, 3);
        assertThat(clusters.subList(15, 18)).containsExactly(3, 4, 5);
        assertThat(clusters.subList(0, 15)).isEqualTo(Clusters.of(ALL, 3));
    }

    @Test
    void moreClustersThanTextsAreNotMade() {
        assertThat(Clusters.of(LOGIN, 100)).hasSize(5).allMatch(cluster -> cluster < 5);
    }

    @Test
    void equalTextsAreFoundTogether() {
        List<String> equal = Collections.nCopies(20, "the relay is down");
        assertThat(new HashSet<>(Clusters.of(equal))).hasSize(1);
        assertThat(new HashSet<>(Clusters.of(equal, 4))).hasSize(1);
    }

    @Test
    void thereIsAtLeastOneCluster() {
        assertThatIllegalArgumentException().isThrownBy(() -> Clusters.of(ALL, 0));
    }

    private static List<Boolean> together(List<Integer> clusters) {
        return IntStream.range(0, clusters.size())
                .boxed()
                .flatMap(left -> clusters.stream().map(right -> right.equals(clusters.get(left))))
                .toList();
    }
}
