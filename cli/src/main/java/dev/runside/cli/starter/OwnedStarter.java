package dev.runside.cli.starter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A first catalog from what a repository says already: people, one product with its parts, one
 * flow.
 *
 * @param path the parts that a request passes, each calling the next
 */
public record OwnedStarter(String product, Codeowners owners, List<String> path) {

    public OwnedStarter {
        if (owners.parts().isEmpty()) {
            throw new IllegalArgumentException(
                    "from: no line names a folder at the top, as '/web/ @ada'");
        }
        path = path.isEmpty() ? List.copyOf(owners.parts().keySet()) : List.copyOf(path);
        path.stream()
                .filter(part -> !owners.parts().containsKey(part))
                .findFirst()
                .ifPresent(part -> {
                    throw new IllegalArgumentException(
                            "path: '%s' is none of %s".formatted(part, owners.parts().keySet()));
                });
    }

    /** The definitions, to be looked through and applied. */
    public String catalog() {
        String people = owners.people().stream().map(this::person).collect(Collectors.joining());
        return "# Who owns what, as CODEOWNERS says it. Look it through; docs/reference/definitions.md explains every field.\n"
                + people
                + thing(
                        "Product",
                        product,
                        "spec:\n"
                                + owners.owner()
                                        .map(
                                                "  owner: user:%s          # the one person accountable for it\n"
                                                        ::formatted)
                                        .orElse(
                                                "  # owner: user:somebody        nobody is accountable until this is said\n")
                                + "  # service: the name that alerts and telemetry carry (the hop's name where it is left out)\n"
                                + "  hops:\n"
                                + hops())
                + thing(
                        "Flow",
                        product + "-requests",
                        "# Each calls the next one. Take out what no request passes.\nspec:\n  product: %s\n  path: [%s]\n"
                                .formatted(product, references()));
    }

    private String hops() {
        return owners.parts().entrySet().stream()
                .map(part ->
                        "    - {name: %s, function: development%s}\n"
                                .formatted(part.getKey(), otherOwner(part.getValue())))
                .collect(Collectors.joining());
    }

    private String otherOwner(Optional<String> owner) {
        return owner.filter(name -> !owners.owner().equals(owner))
                .map(", owner: user:%s"::formatted)
                .orElse("");
    }

    private String references() {
        return path.stream()
                .map(part -> "hop:" + product + "/" + part)
                .collect(Collectors.joining(", "));
    }

    /** Whoever answers for everything else answers for what lies between, too. */
    private String person(String name) {
        boolean first = owners.owner().equals(Optional.of(name));
        return thing("Person", name, first ? "spec: {roles: [architect, platform-owner]}\n" : "");
    }

    private static String thing(String kind, String name, String spec) {
        return "---\napiVersion: runside.dev/v1\nkind: %s\nmetadata: {name: %s}\n%s"
                .formatted(kind, name, spec);
    }
}
