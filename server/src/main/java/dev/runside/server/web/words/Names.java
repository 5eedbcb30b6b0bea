package dev.runside.server.web.words;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What people call the things of the catalog; what it does not know keeps its bare name. */
public final class Names {

    private final Catalog catalog;

    public Names(Catalog catalog) {
        this.catalog = catalog;
    }

    public Named of(Ref ref) {
        return new Named(ref, label(ref), kind(ref));
    }

    public List<Named> of(Collection<Ref> refs) {
        return refs.stream().map(this::of).toList();
    }

    public String label(Ref ref) {
        return switch (ref.kind()) {
            case "user" ->
                    title(
                            Optional.ofNullable(catalog.persons().get(ref))
                                    .map(p -> p.displayName()),
                            ref);
            case "product" ->
                    title(
                            Optional.ofNullable(catalog.products().get(ref)).map(p -> p.title()),
                            ref);
            case "system" ->
                    title(Optional.ofNullable(catalog.systems().get(ref)).map(s -> s.title()), ref);
            case "flow" ->
                    title(Optional.ofNullable(catalog.flows().get(ref)).map(f -> f.title()), ref);
            case "indicator" ->
                    title(
                            Optional.ofNullable(catalog.indicators().get(ref.name()))
                                    .map(i -> i.title()),
                            ref);
            case "hop" -> ref.name().replaceFirst(".*/", "");
            case "seam" -> seam(ref);
            default -> ref.name();
        };
    }

    private String seam(Ref ref) {
        String[] ends = ref.name().split(">", 2);
        return ends.length == 2
                ? label(Ref.parse(ends[0])) + " → " + label(Ref.parse(ends[1]))
                : ref.name();
    }

    private static String title(Optional<String> title, Ref ref) {
        return title.filter(text -> !text.isBlank()).orElse(ref.name());
    }

    private static String kind(Ref ref) {
        return switch (ref.kind()) {
            case "user" -> "person";
            case "system" -> "shared system";
            default -> ref.kind();
        };
    }
}
