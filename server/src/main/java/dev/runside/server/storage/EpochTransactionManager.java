package dev.runside.server.storage;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Checks the epoch at the end of every transaction that may have written, so that no room can
 * forget it.
 */
final class EpochTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient JdbcClient database;
    private final transient ObjectProvider<Epoch> epoch;

    EpochTransactionManager(DataSource source, ObjectProvider<Epoch> epoch) {
        super(source);
        this.database = JdbcClient.create(source);
        this.epoch = epoch;
    }

    @Override
    protected void prepareForCommit(DefaultTransactionStatus status) {
        if (status.isNewTransaction() && !status.isReadOnly()) {
            epoch.getObject().check(database);
        }
    }
}
