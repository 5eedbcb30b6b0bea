package dev.runside.server.intake.calls;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Call;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls that were seen, as rows. */
@Component
@DependsOnDatabaseInitialization
class CallTable {

    private final JdbcClient database;

    CallTable(JdbcClient database) {
        this.database = database;
    }

    List<SeenCall> load() {
        return database.sql("select caller, called, count, first_seen, last_seen from seen_call")
                .query((row, _) ->
                        new SeenCall(
                                new Call(
                                        Ref.parse(row.getString("caller")),
                                        Ref.parse(row.getString("called"))),
                                row.getLong("count"),
                                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                                row.getObject("last_seen", OffsetDateTime.class).toInstant()))
                .list();
    }

    void store(Collection<SeenCall> calls, Instant forgottenBefore) {
        database.sql(
                        """
                        insert into seen_call (caller, called, count, first_seen, last_seen)
                        select * from unnest(:callers::text[], :called::text[], :counts::bigint[],
                                             :first::text[]::timestamptz[], :last::text[]::timestamptz[])
                        on conflict (caller, called) do update
                           set count = excluded.count, last_seen = excluded.last_seen
                        """)
                .param("callers", texts(calls, each -> each.call().from().toString()))
                .param("called", texts(calls, each -> each.call().to().toString()))
                .param("counts", calls.stream().map(SeenCall::count).toArray(Long[]::new))
                .param("first", texts(calls, each -> each.firstSeen().toString()))
                .param("last", texts(calls, each -> each.lastSeen().toString()))
                .update();
        database.sql("delete from seen_call where last_seen < :before")
                .param("before", forgottenBefore.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] texts(Collection<SeenCall> calls, Function<SeenCall, String> value) {
        return calls.stream().map(value).toArray(String[]::new);
    }
}
