package dev.runside.core.charter;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Charter;
import dev.runside.core.catalog.Charter.Right;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Answers whether one act is allowed. What no right names is refused. */
public final class Desk {

    private final Catalog catalog;

    public Desk(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The answer, with the rule it rests on. */
    public sealed interface Answer {

        record Allowed(String rule) implements Answer {}

        record NeedsApproval(Ref of, String rule) implements Answer {}

        /**
         * @param who those whose charter would allow it
         */
        record Refused(String reason, Set<Ref> who) implements Answer {}

        /** One sentence for a timeline and for the audit. */
        default String sentence() {
            return switch (this) {
                case Allowed allowed -> "allowed by " + allowed.rule();
                case NeedsApproval needs ->
                        "needs the approval of " + needs.of() + " by " + needs.rule();
                case Refused refused ->
                        "refused: "
                                + refused.reason()
                                + (refused.who().isEmpty()
                                        ? "; no charter allows it"
                                        : "; could be allowed by " + refused.who());
            };
        }
    }

    /**
     * @param act as the charter names it
     * @param actor the person, or the person an agent acts for
     * @param target product, system or hop
     */
    public Answer ask(String act, Ref actor, Ref target) {
        List<Charter> covering =
                catalog.charters().stream().filter(charter -> covers(charter, target)).toList();
        for (Charter charter : covering) {
            Optional<Right> right = right(charter, act);
            if (charter.holder().equals(actor) && right.isPresent()) {
                return answer(charter, right.get(), act, target);
            }
        }
        return new Answer.Refused(
                actor + " has no right to " + act + " on " + target, could(covering, act));
    }

    private Answer answer(Charter charter, Right right, String act, Ref target) {
        String rule = "charter " + charter.name() + ", right " + act;
        return switch (right.how()) {
            case ALONE -> new Answer.Allowed(rule);
            case APPROVAL -> new Answer.NeedsApproval(right.of().orElse(charter.holder()), rule);
            case NEVER -> new Answer.Refused(rule + " says never on " + target, Set.of());
        };
    }

    private boolean covers(Charter charter, Ref target) {
        return charter.scope().contains(target)
                || catalog.productOf(target).filter(charter.scope()::contains).isPresent();
    }

    private static Optional<Right> right(Charter charter, String act) {
        return charter.rights().stream().filter(right -> right.act().equals(act)).findFirst();
    }

    private static Set<Ref> could(List<Charter> covering, String act) {
        Set<Ref> who = new TreeSet<>();
        covering.stream()
                .filter(charter ->
                        right(charter, act).filter(r -> r.how() != Charter.How.NEVER).isPresent())
                .forEach(charter -> who.add(charter.holder()));
        return who;
    }
}
