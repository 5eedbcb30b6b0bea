package dev.runside.server.engine;

import dev.runside.core.estate.Input;
import dev.runside.core.state.AuditLine;
import dev.runside.core.state.Decision;
import dev.runside.core.state.Line;
import dev.runside.server.audit.Act;
import dev.runside.server.audit.Actor;
import dev.runside.server.audit.Audit;
import dev.runside.server.storage.Epoch;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits decisions in one transaction: state, lines, audit, what effects must survive, and how far
 * the log is read.
 */
@Component
class Committer {

    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final EstateStore store;
    private final Epoch epoch;
    private final Audit audit;
    private final List<EffectHandler> handlers;
    private final ApplicationEventPublisher events;

    Committer(
            PlatformTransactionManager transactions,
            JdbcClient database,
            EstateStore store,
            Epoch epoch,
            Audit audit,
            List<EffectHandler> handlers,
            ApplicationEventPublisher events) {
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.store = store;
        this.epoch = epoch;
        this.audit = audit;
        this.handlers = handlers;
        this.events = events;
    }

    /** All of them, or none. */
    void commit(List<Decided> decided) {
        if (decided.stream().allMatch(Committer::isNothing)) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            epoch.check(database);
            store.write(all(decided, Decision::writes));
            store.tell(all(decided, Decision::lines));
            decided.forEach(this::keep);
            decided.reversed().stream()
                    .filter(each -> each.sequence().isPresent())
                    .findFirst()
                    .ifPresent(last -> store.cursor(last.sequence().getAsLong()));
        });
    }

    private static boolean isNothing(Decided decided) {
        return decided.decision().isEmpty() && decided.sequence().isEmpty();
    }

    private static <T> List<T> all(List<Decided> decided, Function<Decision, List<T>> part) {
        return decided.stream().flatMap(each -> part.apply(each.decision()).stream()).toList();
    }

    private void keep(Decided decided) {
        decided.decision().audit().forEach(line -> keep(line, decided.at()));
        decided.decision()
                .effects()
                .forEach(effect ->
                        handlers.forEach(handler -> handler.record(effect, decided.at())));
    }

    private void keep(AuditLine line, Instant now) {
        audit.record(
                Actor.of(line.actor().toString(), ""),
                new Act(line.act(), line.target(), line.rule(), line.outcome()),
                now);
    }

    void perform(Decision decision) {
        decision.effects().forEach(effect -> handlers.forEach(handler -> handler.perform(effect)));
        if (!decision.writes().isEmpty()) {
            events.publishEvent(
                    new EstateMoved(
                            decision.lines().stream()
                                    .map(Line::incident)
                                    .collect(Collectors.toSet())));
        }
    }

    void setAside(Input input, OptionalLong sequence, Throwable thrown, Instant now) {
        transaction.executeWithoutResult(_ -> {
            epoch.check(database);
            store.setAside(input.toString(), thrown.toString(), now);
            sequence.ifPresent(store::cursor);
        });
    }
}
