package dev.runside.server.web.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.server.web.flow.Drawing.Box;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the path and its feeds: no box covers another, and all lies within the picture. */
class LayoutTest {

    private static final Ref ADA = Ref.parse("user:ada");

    private static Stream<List<String>> feeds() {
        return Stream.of(
                List.of(),
                List.of("a/two>b/in"),
                List.of("b/out>a/two"),
                List.of("b/out>a/one"),
                List.of("a/one>a/three"),
                List.of("a/three>a/one"),
                List.of("a/two>b/in", "a/two>b/out", "a/one>b/in"),
                List.of("a/three>b/in", "b/out>a/three", "b/in>b/out"));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void acrossNothingCoversAnything(List<String> feeds) {
        assertSound(new WideLayout(map(feeds), LayoutTest::card).draw());
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void downNothingCoversAnythingAndAPhoneIsWideEnough(List<String> feeds) {
        Drawing drawing = new TallLayout(map(feeds), LayoutTest::card).draw();

        assertSound(drawing);
        assertThat(drawing.width()).isLessThanOrEqualTo(328);
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void everyCallAndFeedIsALine(List<String> feeds) {
        long drawn = feeds.stream().filter(feed -> feed.contains("a/")).count();

        assertThat(new WideLayout(map(feeds), LayoutTest::card).draw().lines())
                .hasSize(2 + (int) drawn);
    }

    private static void assertSound(Drawing drawing) {
        List<Box> boxes = drawing.boxes();
        for (Box box : boxes) {
            assertThat(box.x()).isNotNegative();
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(drawing.width());
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawing.height());
            assertThat(boxes)
                    .filteredOn(other -> other != box)
                    .noneMatch(box1 -> covers(box1, box));
        }
    }

    private static boolean covers(Box one, Box other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    private static PathMap map(List<String> feeds) {
        List<Ref> path = List.of(hop("a/one"), hop("a/two"), hop("a/three"));
        Flow flow =
                new Flow(
                        Ref.parse("flow:f"),
                        "F",
                        Ref.parse("product:a"),
                        Optional.empty(),
                        path,
                        true);
        Catalog catalog =
                Catalog.of(
                        List.of(new Person(ADA, "Ada", Set.of())),
                        List.of(
                                product("a", feeds, "a/one", "a/two", "a/three"),
                                product("b", List.of(), "b/in", "b/out")),
                        List.of(),
                        List.of(flow),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        return PathMap.of(flow, catalog);
    }

    private static Product product(String name, List<String> feeds, String... hops) {
        return new Product(
                Ref.parse("product:" + name),
                name,
                Optional.of(ADA),
                Optional.empty(),
                false,
                Stream.of(hops)
                        .map(hop ->
                                new Product.Hop(
                                        hop(hop), Function.DEVELOPMENT, hop, Optional.empty()))
                        .toList(),
                feeds.stream().map(LayoutTest::feed).toList());
    }

    private static Product.Feed feed(String ends) {
        String[] end = ends.split(">");
        return new Product.Feed(hop(end[0]), hop(end[1]), "rows", Optional.empty());
    }

    private static Ref hop(String name) {
        return Ref.parse("hop:" + name);
    }

    private static HopCard card(Ref hop) {
        return new HopCard(
                hop.toString(),
                hop.name(),
                hop.name().substring(0, 1),
                "development",
                "Ada",
                true,
                Health.WELL,
                "",
                "/",
                false);
    }
}
