package dev.runside.server.intake.inquiry;

import dev.runside.core.catalog.DataSource;
import dev.runside.server.intake.inquiry.Unanswered.Away;
import dev.runside.server.intake.inquiry.Unanswered.Refused;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalDouble;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.stereotype.Component;

/**
 * Asks a PostgreSQL for one number, each time by a connection of its own: in a transaction that may
 * only read, and in bounded time.
 */
@Component
class Postgres {

    private static final int TO_CONNECT_SECONDS = 5;
    private static final int TO_ANSWER_SECONDS = 5;
    private static final int MOST_WORDS = 200;

    /** Classes of SQLSTATE: connection, who may connect, resources, shut down, of its own. */
    private static final String AWAY = "08|28|53|57|58|XX";

    private static final String TOOK_TOO_LONG = "57014";

    private final TokenFiles secrets;

    Postgres(TokenFiles secrets) {
        this.secrets = secrets;
    }

    /** Nothing where the answer is null; throws {@link Unanswered}. */
    OptionalDouble ask(DataSource.Sql source, String query) {
        PGSimpleDataSource address = address(source);
        source.password().map(secrets::read).ifPresent(address::setPassword);
        try (Connection connection = address.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = " + 1_000 * TO_ANSWER_SECONDS);
                statement.setMaxRows(2);
                return number(statement, query);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw unanswered(source, failed);
        }
    }

    private static OptionalDouble number(Statement statement, String query) throws SQLException {
        try (ResultSet answer = statement.executeQuery(query)) {
            if (answer.getMetaData().getColumnCount() != 1 || !answer.next()) {
                throw new Refused("its answer is not one row with one number");
            }
            Optional<BigDecimal> number = Optional.ofNullable(answer.getBigDecimal(1));
            if (answer.next()) {
                throw new Refused("its answer has more than one row");
            }
            return number.map(value -> OptionalDouble.of(value.doubleValue()))
                    .orElseGet(OptionalDouble::empty);
        }
    }

    private static PGSimpleDataSource address(DataSource.Sql source) {
        var address = new PGSimpleDataSource();
        address.setServerNames(new String[] {source.host()});
        address.setPortNumbers(new int[] {source.port()});
        address.setDatabaseName(source.database());
        address.setUser(source.user());
        address.setApplicationName("runside");
        address.setReadOnly(true);
        address.setConnectTimeout(TO_CONNECT_SECONDS);
        address.setLoginTimeout(2 * TO_CONNECT_SECONDS);
        address.setSocketTimeout(3 * TO_ANSWER_SECONDS);
        return address;
    }

    private static Unanswered unanswered(DataSource.Sql source, SQLException failed) {
        String state = Optional.ofNullable(failed.getSQLState()).orElse("08000");
        if (state.equals(TOOK_TOO_LONG)) {
            return new Refused("it took longer than " + TO_ANSWER_SECONDS + " s");
        }
        String words = words(failed);
        return state.substring(0, 2).matches(AWAY)
                ? new Away(source.address() + ": " + words)
                : new Refused(words);
    }

    private static String words(SQLException failed) {
        String words = String.valueOf(failed.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + "…";
    }
}
