package dev.runside.bench.overlap;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Hops in layers, each calling one to three of the layer below.
 *
 * @param callers by hop, who calls it
 * @param calls pairs of caller and called
 */
record Mesh(int hops, Map<Integer, List<Integer>> callers, List<int[]> calls) {

    private static final Ref PRODUCT = Ref.parse("product:mesh");
    private static final Ref OWNER = Ref.parse("user:ada");

    static Mesh of(int hops, int layers, Random random) {
        Map<Integer, List<Integer>> callers = new LinkedHashMap<>();
        List<int[]> calls = new ArrayList<>();
        for (int hop = 0; hop < hops; hop++) {
            List<Integer> below = new ArrayList<>();
            for (int other = 0; other < hops; other++) {
                if (other * layers / hops == hop * layers / hops + 1) {
                    below.add(other);
                }
            }
            Collections.shuffle(below, random);
            for (int called : below.subList(0, Math.min(below.size(), 1 + random.nextInt(3)))) {
                calls.add(new int[] {hop, called});
                callers.computeIfAbsent(called, _ -> new ArrayList<>()).add(hop);
            }
        }
        return new Mesh(hops, callers, calls);
    }

    static Ref hop(int number) {
        return Ref.parse("hop:mesh/h" + number);
    }

    /** One product, owned by one person: what is asked is which incident, not whose. */
    Catalog catalog() {
        List<Product.Hop> all = new ArrayList<>();
        for (int hop = 0; hop < hops; hop++) {
            all.add(new Product.Hop(hop(hop), Function.DEVELOPMENT, "h" + hop, Optional.empty()));
        }
        List<Flow> flows = new ArrayList<>();
        for (int[] call : calls) {
            flows.add(
                    new Flow(
                            Ref.parse("flow:f" + flows.size()),
                            "",
                            PRODUCT,
                            Optional.empty(),
                            List.of(hop(call[0]), hop(call[1])),
                            true));
        }
        Product product =
                new Product(
                        PRODUCT,
                        "Mesh",
                        Optional.of(OWNER),
                        Optional.empty(),
                        false,
                        all,
                        List.of());
        return Catalog.of(
                List.of(new Person(OWNER, "Ada", Set.of())),
                List.of(product),
                List.of(),
                flows,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
