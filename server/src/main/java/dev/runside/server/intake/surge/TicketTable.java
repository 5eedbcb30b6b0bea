package dev.runside.server.intake.surge;

import dev.runside.core.Ref;
import dev.runside.core.cluster.Gist.Ticket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tickets in the log of signals. */
@Component
class TicketTable {

    private final JdbcClient database;

    TicketTable(JdbcClient database) {
        this.database = database;
    }

    /** About the subject, and where that is a product about one of its hops; the newest first. */
    List<Ticket> about(Ref subject, Instant from, int most) {
        String hops = subject.is("product") ? "hop:" + subject.name() + "/" : "";
        return database.sql(
                        """
                        select id, title, coalesce(attributes ->> 'text', '') as text from signal
                         where kind = 'ticket' and received_at >= :from
                           and (subject = :subject or :hops <> '' and starts_with(subject, :hops))
                         order by received_at desc limit :most
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("subject", subject.toString())
                .param("hops", hops)
                .param("most", most)
                .query((row, _) ->
                        new Ticket(
                                row.getString("id"), row.getString("title"), row.getString("text")))
                .list();
    }
}
