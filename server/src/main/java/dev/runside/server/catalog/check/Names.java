package dev.runside.server.catalog.check;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.SharedSystem;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.Document;
import dev.runside.server.catalog.definition.Faults;
import dev.runside.server.catalog.definition.OpenSlo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every name is given once: to a definition, to a hop, to a service that sends telemetry. */
final class Names {

    private static final String RENAME = "rename one of them, or keep one";
    private static final String PRUNE =
            "rename one of them, or apply with --prune, which removes what the files no longer hold";

    private final Whole whole;
    private final Set<Ref> kept;
    private final Faults faults;
    private final Map<String, Definition> taken = new HashMap<>();

    Names(Whole whole, Set<Ref> kept, Faults faults) {
        this.whole = whole;
        this.kept = kept;
        this.faults = faults;
    }

    /** What is kept comes first: the fault then lies where it can be mended, in the files. */
    void check() {
        whole.definitions().stream().filter(this::isKept).forEach(this::claims);
        whole.definitions().stream().filter(each -> !isKept(each)).forEach(this::claims);
    }

    private boolean isKept(Definition definition) {
        return kept.contains(definition.ref());
    }

    private void claims(Definition definition) {
        claim(definition.ref().toString(), definition, "metadata.name");
        switch (definition.content()) {
            case Product product -> hops(product.hops(), definition);
            case OpenSlo.Slo slo -> claim("indicator:" + slo.name(), definition, "metadata.name");
            case SharedSystem system -> service(system.service(), definition, "spec.service");
            default -> {}
        }
    }

    private void hops(List<Product.Hop> hops, Definition product) {
        for (int at = 0; at < hops.size(); at++) {
            String field = "spec.hops[" + at + "]";
            claim(hops.get(at).ref().toString(), product, field + ".name");
            service(hops.get(at).service(), product, field + ".service");
            for (String name : hops.get(at).alsoNamed()) {
                if (!name.equals(hops.get(at).service())) {
                    service(name, product, field + ".annotations");
                }
            }
        }
    }

    private void service(String name, Definition definition, String field) {
        claim("service " + name, definition, field);
    }

    private void claim(String name, Definition definition, String field) {
        Definition other = taken.putIfAbsent(name, definition);
        if (other != null) {
            String taken = name + " is named already in the " + described(other);
            String fix = isKept(other) ? PRUNE : RENAME;
            faults.add(definition.document().fault(field, taken, fix));
        }
    }

    private String described(Definition other) {
        if (isKept(other)) {
            return "definition of " + other.ref() + " in force, which is not in the files applied";
        }
        Document document = other.document();
        return "definition at " + document.file().name() + ":" + document.line();
    }
}
