package dev.runside.server.intake.mapping;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The line of YAML that would give a name its hop. */
final class Proposals {

    private static final int SHORTEST_ALIKE = 3;

    private final Catalog catalog;

    Proposals(Catalog catalog) {
        this.catalog = catalog;
    }

    String of(String name) {
        return switch (name) {
            case UnmappedNames.NONE ->
                    "it says no name: let it carry the label 'service' (or 'service.name')";
            case UnmappedNames.OTHERS -> "too many names at once; the others are not told apart";
            default -> isReference(name) ? ofReference(name) : ofName(name);
        };
    }

    private static boolean isReference(String name) {
        return name.matches("(?:hop|system|product|flow):.+");
    }

    private static String ofReference(String name) {
        return name + " is not in the catalog: apply its definition, or let the source say another";
    }

    private String ofName(String name) {
        String line = "- {name: %s, service: %s}".formatted(plain(name), quoted(name));
        String where =
                alike(name)
                        .flatMap(catalog::productOf)
                        .map(product -> "under spec.hops of Product " + product.name())
                        .orElse("under spec.hops of the Product it belongs to");
        return where + ": " + line;
    }

    /** A hop whose own name stands in this one: of the same product, as likely as not. */
    private Optional<Ref> alike(String name) {
        List<Ref> hops =
                catalog.products().values().stream()
                        .flatMap(product -> product.hops().stream())
                        .filter(hop -> hop.service().length() >= SHORTEST_ALIKE)
                        .filter(hop -> name.contains(hop.service()))
                        .sorted(Comparator.comparing(hop -> -hop.service().length()))
                        .map(hop -> hop.ref())
                        .toList();
        return hops.stream().findFirst();
    }

    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        return plain.isEmpty() ? "a-name" : plain;
    }

    private static String quoted(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9._/-]*")
                ? name
                : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
