package dev.runside.server.intake;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an indicator's stored buckets have gained since a test began. */
public final class Counted {

    private final JdbcClient database;
    private final String indicator;
    private final double goodBefore;
    private final double totalBefore;

    private Counted(JdbcClient database, String indicator) {
        this.database = database;
        this.indicator = indicator;
        this.goodBefore = sum("good");
        this.totalBefore = sum("total");
    }

    public static Counted fromNowOn(ApplicationContext server, String indicator) {
        return new Counted(server.getBean(JdbcClient.class), indicator);
    }

    public double good() {
        return sum("good") - goodBefore;
    }

    public double total() {
        return sum("total") - totalBefore;
    }

    private double sum(String column) {
        return database.sql(
                        "select coalesce(sum("
                                + column
                                + "), 0) from indicator_bucket where indicator = :indicator")
                .param("indicator", indicator)
                .query((row, _) -> row.getDouble(1))
                .single();
    }
}
