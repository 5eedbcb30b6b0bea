package dev.runside.server.catalog.check;

import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.SharedSystem;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.Document;
import dev.runside.server.catalog.definition.Faults;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every name is given once: to a definition, to a hop, to a service that sends telemetry. */
final class Names {

    private final Whole whole;
    private final Faults faults;
    private final Map<String, String> taken = new HashMap<>();

    Names(Whole whole, Faults faults) {
        this.whole = whole;
        this.faults = faults;
    }

    void check() {
        for (Definition definition : whole.definitions()) {
            Document document = definition.document();
            claim(definition.ref().toString(), document, "metadata.name");
            switch (definition.content()) {
                case Product product -> hops(product.hops(), document);
                case SharedSystem system -> service(system.service(), document, "spec.service");
                default -> {}
            }
        }
    }

    private void hops(List<Product.Hop> hops, Document document) {
        for (int at = 0; at < hops.size(); at++) {
            String field = "spec.hops[" + at + "]";
            claim(hops.get(at).ref().toString(), document, field + ".name");
            service(hops.get(at).service(), document, field + ".service");
        }
    }

    private void service(String name, Document document, String field) {
        claim("service " + name, document, field);
    }

    private void claim(String name, Document document, String field) {
        String place = document.file().name() + ":" + document.line();
        String other = taken.putIfAbsent(name, place);
        if (other != null) {
            String fix = "rename one of them, or keep one";
            faults.add(
                    document.fault(
                            field, name + " is named already in the definition at " + other, fix));
        }
    }
}
