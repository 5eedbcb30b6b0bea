package dev.runside.server.respond.card;

import dev.runside.server.engine.Acts;
import dev.runside.server.storage.ServerClock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether this server can decide and record: its machine answers, and a transaction commits. */
@Component
class CommitProbe implements Runnable {

    private final Acts acts;
    private final JdbcClient database;
    private final ServerClock clock;
    private final TransactionTemplate transaction;

    CommitProbe(
            Acts acts,
            JdbcClient database,
            ServerClock clock,
            PlatformTransactionManager transactions,
            EmergencySettings settings) {
        this.acts = acts;
        this.database = database;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(Math.max(1, Math.toIntExact(settings.probe().toSeconds())));
    }

    /** Throws where it cannot. */
    @Override
    public void run() {
        acts.ask(draft -> draft.now());
        transaction.executeWithoutResult(_ ->
                database.sql("update commit_probe set at = :at")
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
    }
}
