package dev.runside.core.triage;

import dev.runside.core.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What triage thinks of an incident as it stands.
 *
 * @param title one line for a person
 * @param settled false while the suspect may still move and nobody was told yet; from then on the
 *     tier only rises
 * @param why the rule that made the tier
 * @param owner the one accountable person; absent when nobody is, which {@code gap} explains
 * @param paged whom a page goes to, when one does
 * @param suspects best first
 * @param radius the products hit, and those that hang on the suspect
 * @param ruledOut what the evidence speaks against
 */
public record Judgement(
        String title,
        Tier tier,
        boolean settled,
        String why,
        Optional<Ref> owner,
        Optional<String> gap,
        Set<Ref> paged,
        Set<Ref> informed,
        Set<Ref> products,
        Set<Ref> radius,
        Set<String> facets,
        Optional<Ref> seam,
        List<Suspect> suspects,
        List<String> ruledOut) {

    public Judgement {
        paged = sorted(paged);
        informed = sorted(informed);
        products = sorted(products);
        radius = sorted(radius);
        facets = sorted(facets);
        suspects = List.copyOf(suspects);
        ruledOut = List.copyOf(ruledOut);
    }

    private static <T extends Comparable<T>> Set<T> sorted(Set<T> set) {
        return java.util.Collections.unmodifiableSet(new TreeSet<>(set));
    }

    /** Where it went wrong first. */
    public Ref suspect() {
        return suspects.getFirst().at();
    }

    /** With one sentence more at the first suspect. */
    Judgement saying(String sentence) {
        Suspect first = suspects.getFirst();
        List<String> evidence = new ArrayList<>(first.evidence());
        evidence.add(sentence);
        List<Suspect> all = new ArrayList<>(suspects);
        all.set(0, new Suspect(first.ref(), first.at(), first.kind(), first.score(), evidence));
        return new Judgement(
                title, tier, settled, why, owner, gap, paged, informed, products, radius, facets,
                seam, all, ruledOut);
    }

    public Judgement at(Tier next, String reason, boolean isSettled) {
        return new Judgement(
                title, next, isSettled, reason, owner, gap, paged, informed, products, radius,
                facets, seam, suspects, ruledOut);
    }
}
