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
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits a decision in one transaction: state, lines, audit, what effects must survive, and how
 * far the log is read.
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

    void commit(Decision decision, OptionalLong sequence, Instant now) {
        if (decision.isEmpty() && sequence.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            epoch.check(database);
            store.write(decision.writes());
            store.tell(decision.lines());
            decision.audit().forEach(line -> keep(line, now));
            decision.effects()
                    .forEach(effect -> handlers.forEach(handler -> handler.record(effect, now)));
            sequence.ifPresent(store::cursor);
        });
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
