package dev.runside.server.intake.mapping;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.problem.Input;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The names that sources say and the catalog does not know, each with what would mend it. */
@RestController
@Allow(Who.PERSON)
class UnmappedEndpoint {

    private final Gaps gaps;

    UnmappedEndpoint(Gaps gaps) {
        this.gaps = gaps;
    }

    record UnmappedList(List<Gap> items) {}

    @GetMapping(path = "/api/v1/intake/unmapped", produces = "application/json")
    UnmappedList unmapped(@RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > Gaps.MOST) {
            throw Input.wrong("limit", "must be from 1 to " + Gaps.MOST);
        }
        return new UnmappedList(gaps.all().stream().limit(limit).toList());
    }
}
