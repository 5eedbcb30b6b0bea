package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Product;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class ProductReader {

    static final Form<Function> FUNCTION = Form.choice(Function.class);

    private static final List<String> NAMING =
            List.of(
                    "backstage.io/kubernetes-id",
                    "github.com/project-slug",
                    "gitlab.com/project-slug");

    private ProductReader() {}

    static Product read(Outline outline) {
        Fields spec = outline.spec();
        Product product =
                new Product(
                        outline.ref(),
                        spec.readOr("title", Texts.LINE, outline.name()),
                        spec.readIfAny("owner", Outline.USER),
                        spec.readIfAny("deputy", Outline.USER),
                        spec.readOr("safetyClass", Form.FLAG, false),
                        hops(spec, outline.name()),
                        spec.list("feeds").stream().map(ProductReader::feed).toList());
        spec.noOthers();
        return product;
    }

    private static List<Product.Hop> hops(Fields spec, String product) {
        return spec.list("hops").stream().map(hop -> hop(hop, product)).toList();
    }

    private static Product.Hop hop(Fields hop, String product) {
        String name = hop.read("name", Texts.NAME);
        Product.Hop read =
                new Product.Hop(
                        new Ref("hop", product + "/" + name),
                        hop.read("function", FUNCTION),
                        hop.readOr("service", Texts.LINE, name),
                        alsoNamed(hop),
                        hop.readIfAny("owner", Outline.USER));
        hop.noOthers();
        return read;
    }

    /** Of a component's annotations in Backstage, those by which other tools know it. */
    private static Set<String> alsoNamed(Fields hop) {
        Optional<Fields> annotations = hop.fieldsIfAny("annotations");
        Set<String> names = new HashSet<>();
        annotations.ifPresent(given -> {
            NAMING.forEach(key -> given.readIfAny(key, Texts.LINE).ifPresent(names::add));
            given.noOthers();
        });
        return names;
    }

    private static Product.Feed feed(Fields feed) {
        Product.Feed read =
                new Product.Feed(
                        feed.read("from", Outline.PLACE),
                        feed.read("to", Outline.PLACE),
                        feed.read("dataset", Texts.LINE),
                        feed.readIfAny("owner", Outline.USER));
        feed.noOthers();
        return read;
    }
}
