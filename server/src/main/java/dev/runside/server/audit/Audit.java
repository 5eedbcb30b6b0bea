package dev.runside.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The audit table: lines are added, nothing else. */
@Component
public class Audit {

    private final JdbcClient database;

    Audit(JdbcClient database) {
        this.database = database;
    }

    /** Belongs to the caller's transaction: the act and its line stand or fall together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, Act act, Instant at) {
        database.sql(
                        """
                        insert into audit_line (at, actor, token, on_behalf_of, act, target, rule, outcome)
                        values (:at, :actor, :token, :onBehalfOf, :act, :target, :rule, :outcome)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor.ref())
                .param("token", actor.token())
                .param("onBehalfOf", actor.onBehalfOf())
                .param("act", act.name())
                .param("target", act.target())
                .param("rule", act.rule())
                .param("outcome", act.outcome())
                .update();
    }

    /** Lines after a sequence, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditLine> after(long sequence, int most) {
        return database.sql(
                        "select * from audit_line where sequence > :sequence order by sequence limit :most")
                .param("sequence", sequence)
                .param("most", most)
                .query(Audit::line)
                .list();
    }

    /** The sequence of the newest line; 0 where there is none. */
    @Transactional(readOnly = true)
    public long last() {
        return database.sql("select coalesce(max(sequence), 0) from audit_line")
                .query(Long.class)
                .single();
    }

    private static AuditLine line(ResultSet row, int number) throws SQLException {
        return new AuditLine(
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("token"),
                row.getString("on_behalf_of"),
                row.getString("act"),
                row.getString("target"),
                row.getString("rule"),
                row.getString("outcome"));
    }
}
