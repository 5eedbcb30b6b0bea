package dev.runside.core.catalog;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Person.Role;
import java.util.Optional;

/**
 * Asks the catalog for the one accountable person. The answer is one name or a gap, never a list.
 */
public final class Ownership {

    private final Catalog catalog;

    public Ownership(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Who is accountable, or why nobody is. */
    public sealed interface Answer {

        record Owner(Ref person) implements Answer {}

        record Gap(String reason) implements Answer {}

        default Optional<Ref> name() {
            return switch (this) {
                case Owner owner -> Optional.of(owner.person());
                case Gap _ -> Optional.empty();
            };
        }
    }

    /** The owner of a product, hop, system, flow, agent, seam or source. */
    public Answer of(Ref subject) {
        return switch (subject.kind()) {
            case "product" -> product(subject);
            case "hop" -> hop(subject);
            case "system" -> system(subject);
            case "flow" -> flow(subject);
            case "agent" -> agent(subject);
            case "seam" -> seam(subject);
            case "source" -> source(subject);
            default -> new Answer.Gap(subject + " is nothing that can be owned");
        };
    }

    private Answer product(Ref ref) {
        Product product = catalog.products().get(ref);
        if (product == null) {
            return unknown(ref);
        }
        return product.owner()
                .map(owner -> present(ref, owner))
                .orElseGet(() -> new Answer.Gap(ref + " has no owner"));
    }

    private Answer hop(Ref ref) {
        return catalog.hop(ref)
                .map(hop ->
                        hop.owner()
                                .map(owner -> present(ref, owner))
                                .orElseGet(() -> product(catalog.productOf(ref).orElseThrow())))
                .orElseGet(() -> unknown(ref));
    }

    private Answer system(Ref ref) {
        SharedSystem system = catalog.systems().get(ref);
        if (system == null) {
            return unknown(ref);
        }
        return system.owner()
                .map(owner -> present(ref, owner))
                .orElseGet(() -> new Answer.Gap(ref + " has no owner"));
    }

    private Answer flow(Ref ref) {
        Flow flow = catalog.flows().get(ref);
        if (flow == null) {
            return unknown(ref);
        }
        return flow.owner()
                .map(owner -> present(ref, owner))
                .orElseGet(() -> product(flow.product()));
    }

    private Answer agent(Ref ref) {
        OpsAgent agent = catalog.agents().get(ref);
        if (agent == null) {
            return unknown(ref);
        }
        return agent.owner()
                .map(owner -> present(ref, owner))
                .orElseGet(() -> new Answer.Gap(ref + " has no owner"));
    }

    /**
     * The one named in the catalog; else the owner of the flow that holds both ends; else the
     * architect.
     */
    private Answer seam(Ref ref) {
        String[] ends = ref.name().split(">", 2);
        if (ends.length != 2) {
            return unknown(ref);
        }
        Ref from = Ref.parse(ends[0]);
        Ref to = Ref.parse(ends[1]);
        Optional<Ref> named =
                catalog.graph().feeds().stream()
                        .filter(feed -> feed.from().equals(from) && feed.to().equals(to))
                        .flatMap(feed -> feed.owner().stream())
                        .findFirst();
        Optional<Ref> ofFlow =
                catalog.flows().values().stream()
                        .filter(flow -> flow.path().contains(from) && flow.path().contains(to))
                        .flatMap(flow -> flow(flow.ref()).name().stream())
                        .findFirst();
        return named.or(() -> ofFlow)
                .or(() -> catalog.inRole(Role.ARCHITECT))
                .map(owner -> present(ref, owner))
                .orElseGet(() -> new Answer.Gap(ref + " has no owner and there is no architect"));
    }

    /** Who sees to it that Runside is told. */
    private Answer source(Ref ref) {
        return catalog.inRole(Role.PLATFORM_OWNER)
                .map(owner -> present(ref, owner))
                .orElseGet(() -> new Answer.Gap(ref + " has no owner: there is no platform owner"));
    }

    private Answer present(Ref owned, Ref person) {
        return catalog.persons().containsKey(person)
                ? new Answer.Owner(person)
                : new Answer.Gap(
                        owned + " names " + person + " as owner, who is not in the catalog");
    }

    private static Answer unknown(Ref ref) {
        return new Answer.Gap(ref + " is not in the catalog");
    }
}
