package dev.runside.server.intake.lineage;

import dev.runside.server.intake.body.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps what a run says of its data sets beside their columns: where a column comes from ({@code
 * lineage.NAME}: {@code total<mails.id+mails.size,day<mails.at}) and how much there was ({@code
 * quality.NAME}: {@code rowCount=17,nullCount(size)=2}). What is too long is left out, not cut:
 * half of it would read as all.
 */
final class Facets {

    private static final int MOST = 200;
    private static final int MOST_COLUMNS = 2_000;
    private static final int MOST_NAME = 500;
    private static final int MOST_CHARACTERS = 60_000;
    private static final List<String> COUNTS = List.of("rowCount", "bytes", "fileCount");
    private static final List<String> OF_COLUMN =
            List.of("nullCount", "distinctCount", "sum", "count", "min", "max");

    private final Item event;

    Facets(Item event) {
        this.event = event;
    }

    void describe(Map<String, String> attributes) {
        for (Item dataset : event.objects("inputs", MOST)) {
            quality(dataset, "inputFacets", attributes);
            quality(dataset, "facets", attributes);
        }
        for (Item dataset : event.objects("outputs", MOST)) {
            quality(dataset, "facets", attributes);
            lineage(dataset, attributes);
        }
        event.object("dataset")
                .ifPresent(dataset -> {
                    quality(dataset, "facets", attributes);
                    lineage(dataset, attributes);
                });
    }

    private static void quality(Item dataset, String group, Map<String, String> attributes) {
        dataset.object(group)
                .flatMap(facets -> facets.object("dataQualityMetrics"))
                .ifPresent(metrics -> keep("quality.", dataset, figures(metrics), attributes));
    }

    private static List<String> figures(Item metrics) {
        List<String> figures = new ArrayList<>();
        COUNTS.forEach(name -> figure(metrics, name, name, figures));
        metrics.named("columnMetrics", MOST_COLUMNS)
                .forEach((column, of) ->
                        OF_COLUMN.forEach(name ->
                                figure(of, name, name + "(" + plain(column) + ")", figures)));
        return figures;
    }

    private static void figure(Item of, String field, String name, List<String> figures) {
        String value = of.shortened(field, MOST_NAME);
        if (!value.isBlank()) {
            figures.add(name + "=" + plain(value));
        }
    }

    private static void lineage(Item dataset, Map<String, String> attributes) {
        List<String> columns = new ArrayList<>();
        dataset.object("facets")
                .flatMap(facets -> facets.object("columnLineage"))
                .ifPresent(facet ->
                        facet.named("fields", MOST_COLUMNS)
                                .forEach((column, from) ->
                                        columns.add(plain(column) + "<" + origins(from))));
        keep("lineage.", dataset, columns, attributes);
    }

    private static String origins(Item column) {
        Stream<String> origins =
                column.objects("inputFields", MOST_COLUMNS).stream()
                        .map(from ->
                                plain(from.shortened("name", MOST_NAME))
                                        + "."
                                        + plain(from.shortened("field", MOST_NAME)));
        return String.join("+", origins.toList());
    }

    private static void keep(
            String prefix, Item dataset, List<String> parts, Map<String, String> attributes) {
        String all = String.join(",", parts);
        String name = dataset.shortened("name", MOST_NAME);
        if (all.length() > MOST_CHARACTERS) {
            attributes.merge("omitted", prefix + name, (before, more) -> before + " " + more);
        } else if (!all.isEmpty()) {
            attributes.putIfAbsent(prefix + name, all);
        }
    }

    /** Without the signs that stand between parts. */
    private static String plain(String text) {
        return text.replace(',', ';').replace('+', ';').replace('<', ';').replace('=', ';');
    }
}
