package dev.runside.cli.local;

import java.nio.file.Path;
import java.util.List;

/** How the server's page and API are spoken to. */
public sealed interface Transport {

    String scheme();

    List<String> serverArguments();

    record Plain() implements Transport {
        @Override
        public String scheme() {
            return "http";
        }

        @Override
        public List<String> serverArguments() {
            return List.of();
        }
    }

    /** TLS with a certificate (chain) and its private key, both PEM files. */
    record Tls(Path certificate, Path key) implements Transport {
        @Override
        public String scheme() {
            return "https";
        }

        @Override
        public List<String> serverArguments() {
            String bundle = "--spring.ssl.bundle.pem.runside.keystore.";
            return List.of(
                    bundle + "certificate=" + certificate.toUri(),
                    bundle + "private-key=" + key.toUri(),
                    "--server.ssl.bundle=runside");
        }
    }
}
