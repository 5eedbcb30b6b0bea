package dev.runside.server.catalog;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Ownership;
import dev.runside.core.catalog.Ownership.Answer;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Input;
import dev.runside.server.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is accountable for what: one name, or a problem that names the gap. */
@RestController
@Allow(Who.PERSON)
@RequestMapping(path = "/api/v1", produces = "application/json")
class FlowsController {

    private static final int MOST_ITEMS = 1_000;

    private final Catalogs catalogs;
    private final CatalogGaps gaps;
    private final FlowMaps flows;

    FlowsController(Catalogs catalogs, CatalogGaps gaps, FlowMaps flows) {
        this.catalogs = catalogs;
        this.gaps = gaps;
        this.flows = flows;
    }

    /**
     * @param next what to give as {@code after} for the page that follows; empty on the last one
     */
    record FlowPage(List<FlowMap> items, String next) {}

    record Owned(Ref owner) {}

    record GapList(List<Gap> items) {}

    @GetMapping("/flows")
    FlowPage flows(
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "") String after) {
        if (limit < 1 || limit > MOST_ITEMS) {
            throw Input.wrong("limit", "must be from 1 to " + MOST_ITEMS);
        }
        List<FlowMap> rest =
                flows.all().stream().filter(flow -> flow.name().compareTo(after) > 0).toList();
        List<FlowMap> items = rest.subList(0, Math.min(limit, rest.size()));
        return new FlowPage(items, rest.size() > limit ? items.getLast().name() : "");
    }

    @GetMapping("/flows/{name}")
    FlowMap flow(@PathVariable String name) {
        return flows.find(name).orElseThrow(() -> unknown("flow:" + name));
    }

    @GetMapping("/flows/{name}/owner")
    Owned ownerOfFlow(@PathVariable String name) {
        return owner("flow:" + name);
    }

    @GetMapping("/owner")
    Owned owner(@RequestParam String ref) {
        Catalog catalog = catalogs.current();
        Ref asked = parse(ref);
        if (!isThere(catalog, asked)) {
            throw unknown(ref);
        }
        return switch (new Ownership(catalog).of(asked)) {
            case Answer.Owner owner -> new Owned(owner.person());
            case Answer.Gap gap ->
                    throw Problem.of(ErrorCode.CONFLICT, gap.reason() + ".")
                            .withFix("Name an owner in its definition and apply it.");
        };
    }

    @GetMapping("/catalog/gaps")
    GapList gaps() {
        return new GapList(gaps.gaps());
    }

    private static boolean isThere(Catalog catalog, Ref ref) {
        return ref.is("seam")
                ? Stream.of(ref.name().split(">", 2)).allMatch(end -> catalog.knows(parse(end)))
                : catalog.knows(ref);
    }

    private static Problem unknown(String ref) {
        return Problem.of(ErrorCode.NOT_FOUND, ref + " is not in the catalog.");
    }

    private static Ref parse(String ref) {
        try {
            return Ref.parse(ref);
        } catch (IllegalArgumentException e) {
            throw Input.wrong("ref", String.valueOf(e.getMessage()));
        }
    }
}
