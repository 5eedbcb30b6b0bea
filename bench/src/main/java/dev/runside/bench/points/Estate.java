package dev.runside.bench.points;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A company of many hops, each with some routes; a route has one indicator with its burn rate and
 * two series: what went well, and what did not.
 *
 * @param hops how many
 * @param routes of each hop
 */
record Estate(int hops, int routes) {

    static final String METRIC = "mail.requests";
    static final int IN_PRODUCT = 100;

    /** Definitions in a text, about: the server takes each text as a whole. */
    private static final int IN_TEXT = 2_000;

    private static final String PEOPLE =
            """
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ada}
            ---
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
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: %s}
            spec:
              owner: user:ada
              hops: [%s]
            """;
    private static final String INDICATOR =
            """
            ---
            apiVersion: runside.dev/v1
            kind: Indicator
            metadata: {name: %s-%s}
            spec:
              subject: %s
              layer: product
              function: platform
              ratio: {metric: %s, where: {route: %s}, bad: {result: miss}}
              objective: 0.99
              findings: [{burn: {rate: 14.4, long: 1h, short: 5m, atLeast: 30}}]
            """;

    /** With as many indicators as wanted, ten for each hop where there are so many. */
    static Estate ofIndicators(int indicators) {
        int routes = Math.min(10, indicators);
        return new Estate(indicators / routes, routes);
    }

    int indicators() {
        return hops * routes;
    }

    int series() {
        return 2 * indicators();
    }

    static String service(int hop) {
        return "relay-" + hop;
    }

    static String route(int route) {
        return "r" + route;
    }

    static String product(int hop) {
        return "mail-" + hop / IN_PRODUCT;
    }

    static String subject(int hop) {
        return "hop:" + product(hop) + "/" + service(hop);
    }

    /** YAML texts that are applied one after the other. */
    List<String> definitions() {
        int hopsInText = Math.max(1, IN_TEXT / IN_PRODUCT / (routes + 1)) * IN_PRODUCT;
        return IntStream.iterate(0, first -> first < hops, first -> first + hopsInText)
                .mapToObj(first -> (first == 0 ? PEOPLE : "") + products(first, hopsInText))
                .toList();
    }

    private String products(int begin, int count) {
        int last = Math.min(hops, begin + count);
        return IntStream.iterate(begin, first -> first < last, first -> first + IN_PRODUCT)
                .mapToObj(first -> "---\n" + product(first, Math.min(last, first + IN_PRODUCT)))
                .collect(Collectors.joining());
    }

    private String product(int first, int end) {
        String named =
                IntStream.range(first, end)
                        .mapToObj(hop -> "{name: %s, function: platform}".formatted(service(hop)))
                        .collect(Collectors.joining(", "));
        String indicators =
                IntStream.range(first, end)
                        .boxed()
                        .flatMap(hop ->
                                IntStream.range(0, routes).mapToObj(route -> indicator(hop, route)))
                        .collect(Collectors.joining());
        return PRODUCT.formatted(product(first), named) + indicators;
    }

    private static String indicator(int hop, int route) {
        return INDICATOR.formatted(service(hop), route(route), subject(hop), METRIC, route(route));
    }
}
