package dev.runside.server.api;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.audit.Audit;
import dev.runside.server.audit.AuditLine;
import dev.runside.server.problem.Input;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {

    private static final int MOST = 1_000;

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    /**
     * @param next what to give as {@code after} for the page that follows
     */
    record Page(List<AuditLine> items, long next) {}

    @Allow(Who.PERSON)
    @GetMapping(path = "/api/v1/audit", produces = "application/json")
    Page audit(
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") long after) {
        if (limit < 1 || limit > MOST) {
            throw Input.wrong("limit", "must be from 1 to " + MOST);
        }
        List<AuditLine> lines = audit.after(after, limit);
        return new Page(lines, lines.isEmpty() ? after : lines.getLast().sequence());
    }
}
