package dev.runside.server.catalog.definition;

import dev.runside.core.catalog.DataSource;
import java.net.URI;
import java.util.Optional;

final class DataSourceReader {

    static final Form<URI> URL =
            new Form<>(
                    "an address as http://127.0.0.1:9090",
                    "http://127.0.0.1:9090",
                    URI.create("http://127.0.0.1:9090"),
                    DataSourceReader::address,
                    _ -> "write http or https, the host, the port and a path; no user, no ?query");

    static final Form<String> ADDRESS =
            Texts.matching(
                    "([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\]):[0-9]{1,4}[0-9]?",
                    "a host and its port",
                    "127.0.0.1:5432",
                    "write host:port, such as 127.0.0.1:5432");

    private static final Form<String> SQL_NAME =
            Texts.matching(
                    "[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}",
                    "a name in a database",
                    "runside",
                    "use up to 63 letters, digits, _ . and -");

    private static final Form<Type> TYPE = Form.choice(Type.class);

    /** What can be asked. */
    enum Type {
        PROMETHEUS,
        SQL
    }

    private DataSourceReader() {}

    static DataSource read(Outline outline) {
        Fields spec = outline.spec();
        return switch (spec.read("type", TYPE)) {
            case PROMETHEUS -> prometheus(outline, spec);
            case SQL -> sql(outline, spec);
        };
    }

    private static DataSource sql(Outline outline, Fields spec) {
        var source =
                new DataSource.Sql(
                        Kind.DATA_SOURCE.ref(outline.name()),
                        spec.read("address", ADDRESS),
                        spec.read("database", SQL_NAME),
                        spec.read("user", SQL_NAME),
                        spec.readIfAny("password", Texts.NAME));
        spec.noOthers();
        return source;
    }

    private static DataSource prometheus(Outline outline, Fields spec) {
        URI url = spec.read("url", URL);
        Optional<String> token = spec.readIfAny("token", Texts.NAME);
        spec.noOthers();
        return of(outline, spec, url, token);
    }

    /** A token travels inside TLS, or stays on the machine. */
    static DataSource of(Outline outline, Fields spec, URI url, Optional<String> token) {
        if (token.isPresent() && !url.getScheme().equals("https") && !isLoopback(url)) {
            spec.fault("token", "would travel in the clear", "write an https address as url");
        }
        return new DataSource.Prometheus(
                Kind.DATA_SOURCE.ref(outline.name()), url.toString(), token);
    }

    private static boolean isLoopback(URI url) {
        return url.getHost().matches("127\\.0\\.0\\.1|localhost|\\[::1]");
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text))
                    .filter(_ -> text.length() <= 300)
                    .filter(url ->
                            "http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    .filter(url -> url.getHost() != null && url.getRawUserInfo() == null)
                    .filter(url -> url.getRawQuery() == null && url.getRawFragment() == null);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
