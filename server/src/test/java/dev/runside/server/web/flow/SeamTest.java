package dev.runside.server.web.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.SharedSystem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeamTest {

    private static final Ref ADA = Ref.parse("user:ada");
    private static final Ref WEB = Ref.parse("hop:mail/web");
    private static final Ref RELAY = Ref.parse("hop:mail/relay");
    private static final Ref STORE = Ref.parse("hop:mail/store");
    private static final Ref ROLLUP = Ref.parse("hop:stats/rollup");
    private static final Ref DATABASE = Ref.parse("system:mail-db");

    @Test
    void withinOneProductAndFunctionThereIsNone() {
        assertThat(Seam.between(WEB, RELAY, catalog())).isEmpty();
    }

    @Test
    void anotherFunctionIsASeamOfTheFlowsOwner() {
        assertThat(Seam.between(RELAY, STORE, catalog()))
                .contains(
                        new Seam("relay", "store", List.of("development → platform"), "Ada", true));
    }

    @Test
    void aSharedSystemIsASeam() {
        assertThat(Seam.between(STORE, DATABASE, catalog()).orElseThrow().crossings())
                .containsExactly("Mail → Mail database");
    }

    @Test
    void anotherProductIsASeamAndWithoutOwnerOrArchitectItSaysSo() {
        Seam seam = Seam.between(RELAY, ROLLUP, catalog()).orElseThrow();

        assertThat(seam.crossings()).containsExactly("Mail → Statistics", "development → data");
        assertThat(seam.owned()).isFalse();
        assertThat(seam.owner()).contains("no architect");
    }

    private static Catalog catalog() {
        Ref mail = Ref.parse("product:mail");
        return Catalog.of(
                List.of(new Person(ADA, "Ada", Set.of())),
                List.of(
                        product(
                                mail,
                                "Mail",
                                hop(WEB, Function.DEVELOPMENT),
                                hop(RELAY, Function.DEVELOPMENT),
                                hop(STORE, Function.PLATFORM)),
                        product(
                                Ref.parse("product:stats"),
                                "Statistics",
                                hop(ROLLUP, Function.DATA))),
                List.of(
                        new SharedSystem(
                                DATABASE,
                                "Mail database",
                                Optional.of(ADA),
                                true,
                                Function.PLATFORM,
                                "mail-db")),
                List.of(
                        new Flow(
                                Ref.parse("flow:send"),
                                "Send",
                                mail,
                                Optional.empty(),
                                List.of(WEB, RELAY, STORE, DATABASE),
                                true)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Product product(Ref ref, String title, Product.Hop... hops) {
        return new Product(
                ref, title, Optional.of(ADA), Optional.empty(), false, List.of(hops), List.of());
    }

    private static Product.Hop hop(Ref ref, Function function) {
        return new Product.Hop(ref, function, ref.name(), Optional.empty());
    }
}
