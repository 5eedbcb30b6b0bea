package dev.runside.server.respond;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Charter;
import dev.runside.core.catalog.Person;
import dev.runside.core.estate.Input;
import dev.runside.core.run.Hold;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.audit.Act;
import dev.runside.server.audit.Audit;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.engine.Acts;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All acting stopped, or going on. Every person may stop it; who may let it go on is fixed: an
 * admin, the architect, a platform owner, or whose charter holds the right {@code hold} alone.
 */
@Component
public class Holding {

    private final Acts acts;
    private final Catalogs catalogs;
    private final Audit audit;
    private final ServerClock clock;
    private final TransactionTemplate transaction;

    Holding(
            Acts acts,
            Catalogs catalogs,
            Audit audit,
            ServerClock clock,
            PlatformTransactionManager transactions) {
        this.acts = acts;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param by whoever changed it last; absent when nobody ever did
     */
    public record State(
            boolean on, @Nullable String by, @Nullable String reason, @Nullable Instant since) {}

    public State state() {
        return acts.ask(draft -> draft.find(Hold.class, Hold.KEY).map(Holding::state))
                .orElseGet(() -> new State(false, null, null, null));
    }

    public State hold(PersonCaller by, String reason) {
        acts.perform(new Input.SetHold(true, by.person(), reason));
        return state();
    }

    public State release(PersonCaller by, String reason) {
        if (!mayRelease(by)) {
            refused(by);
            throw Problem.of(
                            ErrorCode.NOT_ALLOWED,
                            by.person() + " may stop all acting, but not let it go on.")
                    .withFix(
                            "Ask an admin, the architect, a platform owner, or who holds the right 'hold'.");
        }
        acts.perform(new Input.SetHold(false, by.person(), reason));
        return state();
    }

    private boolean mayRelease(PersonCaller by) {
        Catalog catalog = catalogs.current();
        Person person = catalog.persons().get(by.person());
        return by.admin()
                || person != null && !person.roles().isEmpty()
                || hasRight(catalog, by.person());
    }

    private static boolean hasRight(Catalog catalog, Ref person) {
        return catalog.charters().stream()
                .filter(charter -> charter.holder().equals(person))
                .flatMap(charter -> charter.rights().stream())
                .anyMatch(right -> right.act().equals("hold") && right.how() == Charter.How.ALONE);
    }

    private void refused(PersonCaller by) {
        transaction.executeWithoutResult(_ ->
                audit.record(
                        by.actor(), Act.refused("release", "estate", "hold"), clock.instant()));
    }

    private static State state(Hold hold) {
        return new State(hold.on(), hold.by().toString(), hold.reason(), hold.since());
    }
}
