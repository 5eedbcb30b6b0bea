package dev.runside.server.watch;

import dev.runside.core.catalog.Indicator;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.problem.Input;
import dev.runside.server.storage.ServerClock;
import dev.runside.server.watch.Budgets.Budget;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BudgetsController {

    private static final int MOST = 200;

    private final Catalogs catalogs;
    private final Budgets budgets;
    private final ServerClock clock;

    BudgetsController(Catalogs catalogs, Budgets budgets, ServerClock clock) {
        this.catalogs = catalogs;
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * @param next what to give as {@code after} for the page that follows; empty on the last one
     */
    record Page(List<Budget> items, String next) {}

    /** Of indicators with an objective, by their names. */
    @Allow(Who.PERSON)
    @GetMapping(path = "/api/v1/budgets", produces = "application/json")
    Page budgets(
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "") String after) {
        if (limit < 1 || limit > MOST) {
            throw Input.wrong("limit", "must be from 1 to " + MOST);
        }
        List<Indicator> rest =
                catalogs.current().indicators().values().stream()
                        .filter(indicator -> indicator.objective().isPresent())
                        .filter(indicator -> indicator.name().compareTo(after) > 0)
                        .sorted(Comparator.comparing(Indicator::name))
                        .toList();
        List<Indicator> asked = rest.subList(0, Math.min(limit, rest.size()));
        return new Page(
                budgets.of(asked, clock.instant()),
                rest.size() > limit ? asked.getLast().name() : "");
    }
}
