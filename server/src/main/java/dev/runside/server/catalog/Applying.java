package dev.runside.server.catalog;

import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.audit.Act;
import dev.runside.server.audit.Audit;
import dev.runside.server.catalog.ApplyRight.Answer;
import dev.runside.server.catalog.Catalogs.CatalogChanged;
import dev.runside.server.catalog.check.Review;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.DefinitionFile;
import dev.runside.server.catalog.definition.DefinitionReader;
import dev.runside.server.catalog.definition.DefinitionReader.Reading;
import dev.runside.server.catalog.definition.Fault;
import dev.runside.server.catalog.definition.Faults;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files of definitions as a whole or not at all; one application at a time. */
@Component
public class Applying {

    /** Nobody reads more at a time, and each is a line of the answer. */
    private static final int MOST_FAULTS = 200;

    private final CatalogRoom room;
    private final DefinitionStore store;
    private final Audit audit;
    private final ServerClock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Applying(
            CatalogRoom room,
            DefinitionStore store,
            Audit audit,
            ServerClock clock,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.room = room;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    /**
     * One file's text, by the rights of the caller.
     *
     * @throws Problem that says what is wrong with it, or who may
     */
    public void apply(PersonCaller caller, String name, String text) {
        apply(caller, List.of(new DefinitionFile(name, text)), false, false);
    }

    /** What was done, or would be. */
    record Applied(Plan plan, InForce inForce, List<Fault> warnings) {}

    Applied apply(PersonCaller caller, List<DefinitionFile> files, boolean prune, boolean dryRun) {
        oneAtATime.lock();
        try {
            InForce before = room.inForce();
            Reading reading = DefinitionReader.read(files);
            Plan plan = Plan.of(before, reading, prune);
            Map<Definition, String> rules = rules(caller, plan, before);
            Review review = Review.of(plan.whole(), plan.kept());
            refuseFaults(reading.faults(), review.faults());
            if (dryRun || plan.changesNothing()) {
                InForce as = InForce.of(before.version(), plan.whole());
                return new Applied(plan, as, review.warnings());
            }
            InForce after = InForce.of(before.version() + 1, plan.whole());
            transaction.executeWithoutResult(_ -> write(caller, plan, after.version(), rules));
            room.replace(after);
            events.publishEvent(new CatalogChanged(after.catalog()));
            return new Applied(plan, after, review.warnings());
        } finally {
            oneAtATime.unlock();
        }
    }

    private static void refuseFaults(List<Fault> reading, List<Fault> review) {
        Faults all = new Faults();
        Stream.concat(reading.stream(), review.stream()).forEach(all::add);
        List<Fault> faults = all.sorted();
        if (!faults.isEmpty()) {
            String count = faults.size() == 1 ? "One fault" : faults.size() + " faults";
            throw Problem.of(
                    ErrorCode.INVALID_INPUT,
                    count + "; nothing of it was applied.",
                    faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        }
    }

    /** By which rule each definition may be touched; throws where one may not. */
    private Map<Definition, String> rules(PersonCaller caller, Plan plan, InForce before) {
        Map<Definition, String> rules = new LinkedHashMap<>();
        plan.touched()
                .forEach(definition -> {
                    Optional<Definition> old = before.find(definition.ref());
                    old.ifPresent(known -> rule(caller, known, before));
                    rules.put(definition, rule(caller, definition, before));
                });
        return rules;
    }

    private String rule(PersonCaller caller, Definition definition, InForce before) {
        return switch (new ApplyRight(before.catalog(), caller).ask(definition)) {
            case Answer.Allowed allowed -> allowed.rule();
            case Answer.Refused refused -> throw refuse(caller, definition, refused);
        };
    }

    private Problem refuse(PersonCaller caller, Definition definition, Answer.Refused refused) {
        Act act = Act.refused(ApplyRight.ACT, definition.ref().toString(), refused.reason());
        transaction.executeWithoutResult(_ -> audit.record(caller.actor(), act, clock.instant()));
        return Problem.of(ErrorCode.NOT_ALLOWED, refused.reason() + "; " + refused.whoCould() + ".")
                .withFix("Have it applied by someone who may: " + refused.whoCould() + ".");
    }

    private void write(
            PersonCaller caller, Plan plan, long version, Map<Definition, String> rules) {
        store.begin(version, caller.person(), clock.instant());
        Stream.concat(plan.changed().stream(), plan.removed().stream())
                .forEach(definition -> store.end(definition, version));
        Stream.concat(plan.created().stream(), plan.changed().stream())
                .forEach(definition -> store.add(definition, version));
        rules.forEach((definition, rule) -> {
            String act = plan.removed().contains(definition) ? "remove" : ApplyRight.ACT;
            audit.record(
                    caller.actor(),
                    Act.done(act, definition.ref().toString(), rule),
                    clock.instant());
        });
    }
}
