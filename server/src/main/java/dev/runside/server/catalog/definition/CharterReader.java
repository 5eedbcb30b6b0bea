package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Charter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class CharterReader {

    private static final Form<Ref> SCOPE = Form.ref("product", "system", "hop");
    private static final Form<Charter.How> HOW = Form.choice(Charter.How.class);

    private CharterReader() {}

    static Charter read(Outline outline) {
        Fields spec = outline.spec();
        Ref holder = spec.read("holder", Outline.USER);
        List<Ref> scope = spec.readAll("scope", SCOPE);
        if (scope.isEmpty()) {
            spec.fault("scope", "covers nothing", "write scope: [product:mail]");
        }
        Set<String> acts = new LinkedHashSet<>();
        List<Charter.Right> rights =
                spec.list("rights").stream().map(right -> right(right, acts)).toList();
        spec.noOthers();
        return new Charter(outline.name(), holder, Set.copyOf(scope), rights);
    }

    private static Charter.Right right(Fields fields, Set<String> acts) {
        String act = fields.read("act", Texts.ACT);
        Charter.How how = fields.read("how", HOW);
        Optional<Ref> of = fields.readIfAny("of", Outline.USER);
        if (!acts.add(act)) {
            fields.fault("act", "'" + act + "' has a right above already", "keep one of them");
        }
        if (how == Charter.How.APPROVAL && of.isEmpty()) {
            fields.fault("of", "is missing: whose approval?", "add of: user:name");
        }
        if (how != Charter.How.APPROVAL && fields.has("of")) {
            fields.fault("of", "only goes with how: approval", "remove it");
        }
        fields.noOthers();
        return new Charter.Right(act, how, of);
    }
}
