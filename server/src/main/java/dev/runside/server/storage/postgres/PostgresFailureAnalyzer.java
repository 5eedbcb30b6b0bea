package dev.runside.server.storage.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the reason why there is no PostgreSQL; its own log is named in it. */
class PostgresFailureAnalyzer extends AbstractFailureAnalyzer<PostgresFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PostgresFailure cause) {
        Throwable reason = cause.getCause();
        String detail = reason == null ? "" : " (" + reason.getMessage() + ")";
        return new FailureAnalysis(
                cause.getMessage() + detail,
                "Or give Runside a database of yours: RUNSIDE_DB_URL.",
                rootFailure);
    }
}
