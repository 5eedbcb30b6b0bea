package dev.runside.bench.storm;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Trees of hops: in each, every hop but the first calls the one half its number, so that all hang
 * on the first. A product is one tree, with an owner of its own.
 */
record Estate(int trees, int hopsOfEach) {

    private static final String COMPANY =
            """
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ari}
            spec: {roles: [architect]}
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: pat}
            spec: {roles: [platform-owner]}
            """;

    private static final String PRODUCT =
            """
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: owner-%1$d}
            ---
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: tree-%1$d}
            spec:
              owner: user:owner-%1$d
              hops: [%2$s]
            """;

    private static final String FLOW =
            """
            ---
            apiVersion: runside.dev/v1
            kind: Flow
            metadata: {name: f%1$d-%2$d}
            spec: {product: tree-%1$d, path: ['hop:tree-%1$d/h%1$d-%2$d', 'hop:tree-%1$d/h%1$d-%3$d']}
            """;

    int hops() {
        return trees * hopsOfEach;
    }

    /** The service name of a hop. */
    static String service(int tree, int hop) {
        return "h" + tree + "-" + hop;
    }

    static String hop(int tree, int hop) {
        return "hop:tree-" + tree + "/" + service(tree, hop);
    }

    /** What each tree hangs on. */
    List<String> roots() {
        return IntStream.range(0, trees).mapToObj(tree -> hop(tree, 1)).toList();
    }

    String definitions() {
        return COMPANY
                + IntStream.range(0, trees).mapToObj(this::tree).collect(Collectors.joining());
    }

    private String tree(int tree) {
        String hops =
                IntStream.rangeClosed(1, hopsOfEach)
                        .mapToObj(hop ->
                                "{name: %s, function: development}".formatted(service(tree, hop)))
                        .collect(Collectors.joining(", "));
        String flows =
                IntStream.rangeClosed(2, hopsOfEach)
                        .mapToObj(hop -> FLOW.formatted(tree, hop, hop / 2))
                        .collect(Collectors.joining());
        return PRODUCT.formatted(tree, hops) + flows;
    }
}
