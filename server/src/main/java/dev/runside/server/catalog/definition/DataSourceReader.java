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

    private static final Form<Type> TYPE = Form.choice(Type.class);

    /** What can be asked. */
    enum Type {
        PROMETHEUS
    }

    private DataSourceReader() {}

    static DataSource read(Outline outline) {
        Fields spec = outline.spec();
        spec.read("type", TYPE);
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
        return new DataSource(Kind.DATA_SOURCE.ref(outline.name()), url.toString(), token);
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
