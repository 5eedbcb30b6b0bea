package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.util.Optional;

/** What Runside asks for indicators: {@code source:NAME}. */
public sealed interface DataSource {

    Ref ref();

    /**
     * A Prometheus, or what answers as one.
     *
     * @param token the name of the secret that is sent with each question
     */
    record Prometheus(Ref ref, String url, Optional<String> token) implements DataSource {

        public Prometheus {
            check(ref);
        }
    }

    /**
     * A database that is asked in SQL: a PostgreSQL.
     *
     * @param address host and port
     * @param user with whose rights a query runs
     * @param password the name of the secret that opens it
     */
    record Sql(Ref ref, String address, String database, String user, Optional<String> password)
            implements DataSource {

        public Sql {
            check(ref);
        }

        public String host() {
            return address.substring(0, address.lastIndexOf(':'));
        }

        public int port() {
            return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        }
    }

    private static void check(Ref ref) {
        if (!ref.is("source")) {
            throw new IllegalArgumentException(ref + " is no source");
        }
    }
}
