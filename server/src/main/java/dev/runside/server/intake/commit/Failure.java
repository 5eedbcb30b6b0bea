package dev.runside.server.intake.commit;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Why a commit failed, and whether another try with less in it could help. */
final class Failure {

    private Failure() {}

    static boolean concernsAll(RuntimeException why) {
        return switch (why) {
            case NonTransientDataAccessResourceException _,
                    RecoverableDataAccessException _,
                    TransientDataAccessException _,
                    TransactionException _ ->
                    true;
            case Problem problem -> problem.code() == ErrorCode.SUPERSEDED;
            default -> false;
        };
    }

    /** The failure as the caller is told it. */
    static RuntimeException told(RuntimeException why) {
        return concernsAll(why) && !(why instanceof Problem)
                ? Problem.of(ErrorCode.DATABASE_AWAY, "The database does not take it in.")
                : why;
    }
}
