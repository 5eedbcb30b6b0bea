package dev.runside.server.intake.log;

import dev.runside.core.signal.Signal;
import dev.runside.server.storage.Epoch;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes a batch: the occurrences first, then of the signals those that are new. */
@Component
class Append {

    private final TransactionOperations transactions;
    private final JdbcClient database;
    private final Epoch epoch;
    private final Occurrences occurrences;
    private final SignalTable table;

    Append(
            TransactionOperations transactions,
            JdbcClient database,
            Epoch epoch,
            Occurrences occurrences,
            SignalTable table) {
        this.transactions = transactions;
        this.database = database;
        this.epoch = epoch;
        this.occurrences = occurrences;
        this.table = table;
    }

    /** What must be there before the transaction begins. */
    void prepare(Batch batch) {
        table.prepare(batch.signals());
    }

    void alone(Batch batch) {
        transactions.executeWithoutResult(_ -> within(batch));
    }

    /** In the transaction that is open on this thread. */
    void within(Batch batch) {
        epoch.check(database);
        Set<UUID> keys = batch.storeRows();
        Set<UUID> byKey = batch.byKey().keySet();
        if (!byKey.isEmpty()) {
            keys.addAll(occurrences.add(byKey, batch.lastDay()));
        }
        List<Signal> fresh = batch.fresh(keys);
        if (!fresh.isEmpty()) {
            batch.logged(table.append(fresh));
        }
    }

    /** The transaction has been committed. */
    void committed(Batch batch) {
        table.committed(batch.logged());
        batch.stored();
    }
}
