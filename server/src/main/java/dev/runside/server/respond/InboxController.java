package dev.runside.server.respond;

import dev.runside.core.Ref;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.problem.Input;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InboxController {

    private static final int MOST = 200;

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * @param next what to give as {@code after} for the page that follows; absent on the last one
     */
    record Page(List<Notice> items, @Nullable Long next) {}

    /** The caller's own notices, or everybody's; newest first. */
    @Allow(Who.PERSON)
    @GetMapping(path = "/api/v1/inbox", produces = "application/json")
    Page inbox(
            PersonCaller caller,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "false") boolean all) {
        if (limit < 1 || limit > MOST) {
            throw Input.wrong("limit", "must be from 1 to " + MOST);
        }
        var whose = all ? Optional.<Ref>empty() : Optional.of(caller.person());
        long before = after == null ? Long.MAX_VALUE : after;
        List<Notice> found = inbox.notices(whose, before, limit + 1);
        List<Notice> items = found.stream().limit(limit).toList();
        return new Page(items, found.size() > limit ? items.getLast().id() : null);
    }
}
