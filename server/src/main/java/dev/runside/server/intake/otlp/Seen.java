package dev.runside.server.intake.otlp;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What has been counted of spans and log records: each by its id in memory, each batch in the table
 * as well, in the transaction that counts it. So a batch that is sent again counts nothing, even
 * when a crash took the answer to the first. Only the folding thread comes here.
 */
@Component
class Seen {

    private static final int MOST_BATCHES = 20_000;
    private static final long BATCH_MILLIS = 600_000;

    private final BatchTable table;
    private final RecentIds ids = new RecentIds();
    private final Set<UUID> batches = new LinkedHashSet<>();
    private final Set<Long> freshIds = new HashSet<>();
    private final Set<UUID> freshBatches = new LinkedHashSet<>();
    private boolean loaded;

    Seen(BatchTable table) {
        this.table = table;
    }

    void begin() {
        freshIds.clear();
        freshBatches.clear();
        if (!loaded) {
            batches.clear();
            batches.addAll(table.newest(MOST_BATCHES));
            loaded = true;
        }
    }

    /** True for a batch that was not counted before. */
    boolean isNewBatch(UUID batch) {
        return !batches.contains(batch) && freshBatches.add(batch);
    }

    /** True for an occurrence that was not counted before. */
    boolean isNew(long identity) {
        return !ids.contains(identity) && freshIds.add(identity);
    }

    void write(long nowMillis) {
        table.write(freshBatches, nowMillis);
    }

    void committed() {
        freshIds.forEach(ids::add);
        freshIds.clear();
        batches.addAll(freshBatches);
        freshBatches.clear();
        while (batches.size() > MOST_BATCHES) {
            batches.remove(batches.iterator().next());
        }
    }

    /** It may have gone through all the same: the table knows. */
    void failed() {
        loaded = false;
    }

    void forgetOld(long nowMillis) {
        table.deleteUntil(nowMillis - BATCH_MILLIS);
    }
}
