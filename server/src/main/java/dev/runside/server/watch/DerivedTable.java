package dev.runside.server.watch;

import dev.runside.core.Ref;
import dev.runside.core.watch.feed.Derived;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Indicators that nobody defined, as rows. */
@Component
class DerivedTable {

    private final JdbcClient database;

    DerivedTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param source whose metric it is, for the bound on their number
     */
    record Row(Ref source, Derived derived) {}

    List<Row> all() {
        return database.sql(
                        "select source, metric, subject from derived_indicator order by since, name")
                .query((row, _) ->
                        new Row(
                                Ref.parse(row.getString("source")),
                                new Derived(
                                        row.getString("metric"),
                                        Ref.parse(row.getString("subject")))))
                .list();
    }

    void add(Row row) {
        database.sql(
                        """
                        insert into derived_indicator (name, source, metric, subject)
                        values (:name, :source, :metric, :subject) on conflict do nothing
                        """)
                .param("name", row.derived().name())
                .param("source", row.source().toString())
                .param("metric", row.derived().metric())
                .param("subject", row.derived().subject().toString())
                .update();
    }
}
