package dev.runside.server.storage;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The number of this server's reign over the database; every take-over raises it. What a
 * transaction commits under an older one is refused, and so are the steps it dispatches.
 */
public final class Epoch {

    private final long current;

    private Epoch(long current) {
        this.current = current;
    }

    static Epoch raise(JdbcClient database) {
        long raised =
                database.sql(
                                """
                                update server_epoch
                                   set value = value + 1, raised_at = now(), process = :process
                                returning value
                                """)
                        .param("process", ProcessHandle.current().pid())
                        .query(Long.class)
                        .single();
        return new Epoch(raised);
    }

    public long current() {
        return current;
    }

    /**
     * Call it inside the transaction: it holds a take-over back until the commit, and throws where
     * one has happened.
     */
    public void check(JdbcClient database) {
        if (!stillCurrent(database)) {
            throw Problem.of(
                    ErrorCode.SUPERSEDED,
                    "A newer server has taken over; epoch " + current + " is past.");
        }
    }

    boolean stillCurrent(JdbcClient database) {
        return database.sql("select value from server_epoch for share")
                .query(Long.class)
                .single()
                .equals(current);
    }
}
