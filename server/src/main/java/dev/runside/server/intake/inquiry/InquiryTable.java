package dev.runside.server.intake.inquiry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each indicator has been asked for, which is committed with what it counted. */
@Component
class InquiryTable {

    private final JdbcClient database;

    InquiryTable(JdbcClient database) {
        this.database = database;
    }

    Optional<Instant> gotTo(String indicator) {
        return database.sql("select got_to from inquiry where indicator = :indicator")
                .param("indicator", indicator)
                .query((row, _) -> row.getObject("got_to", OffsetDateTime.class).toInstant())
                .optional();
    }

    void write(String indicator, Instant gotTo) {
        database.sql(
                        """
                        insert into inquiry (indicator, got_to) values (:indicator, :gotTo)
                        on conflict (indicator) do update set got_to = excluded.got_to
                        """)
                .param("indicator", indicator)
                .param("gotTo", gotTo.atOffset(ZoneOffset.UTC))
                .update();
    }
}
