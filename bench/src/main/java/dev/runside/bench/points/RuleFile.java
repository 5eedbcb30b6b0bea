package dev.runside.bench.points;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The indicators' burn rates as alerting rules of Prometheus: one rule for each, in one group for
 * each hop, so that they are spread over the interval.
 */
record RuleFile(Estate estate) {

    private static final String METRIC = Estate.METRIC.replace('.', '_') + "_total";

    String text() {
        return "groups:\n"
                + IntStream.range(0, estate.hops())
                        .mapToObj(this::group)
                        .collect(Collectors.joining());
    }

    private String group(int hop) {
        return "- name: %s\n  rules:\n".formatted(Estate.service(hop))
                + IntStream.range(0, estate.routes())
                        .mapToObj(route -> rule(hop, route))
                        .collect(Collectors.joining());
    }

    private static String rule(int hop, int route) {
        return """
        - alert: BudgetBurns
          expr: %s > 0.144 and %s > 0.144
          labels: {service: %s, route: %s}
        """
                .formatted(
                        share(hop, route, "5m"),
                        share(hop, route, "1h"),
                        Estate.service(hop),
                        Estate.route(route))
                .indent(2);
    }

    private static String share(int hop, int route, String window) {
        String chosen =
                "%s{service=\"%s\",route=\"%s\""
                        .formatted(METRIC, Estate.service(hop), Estate.route(route));
        return "sum(rate(%1$s,result=\"miss\"}[%2$s])) / sum(rate(%1$s}[%2$s]))"
                .formatted(chosen, window);
    }
}
