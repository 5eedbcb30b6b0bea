package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import java.util.Optional;

/**
 * What every definition has, read already; the specification is left to each kind.
 *
 * @param top the fields of the document itself
 */
record Outline(Kind kind, String name, String digest, Fields metadata, Fields top) {

    static final Form<Ref> USER = Form.ref("user");
    static final Form<Ref> PLACE = Form.ref("hop", "system");

    Ref ref() {
        return kind.ref(name);
    }

    /** The specification of a kind that needs one. */
    Fields spec() {
        return top.fields("spec", "{…}");
    }

    Optional<Fields> specIfAny() {
        return top.fieldsIfAny("spec");
    }

    /** A product by its bare name or as a reference. */
    static Ref product(Fields fields) {
        Form<Ref> reference = Form.ref("product");
        Form<Ref> either =
                new Form<>(
                        "a product",
                        "mail",
                        reference.standIn(),
                        text ->
                                Texts.NAME
                                        .find(text)
                                        .map(Kind.PRODUCT::ref)
                                        .or(() -> reference.find(text)),
                        _ -> "write the product's name");
        return fields.read("product", either);
    }
}
