package dev.runside.server.access;

import dev.runside.server.storage.DataDirectory;
import dev.runside.server.storage.RandomText;
import org.springframework.stereotype.Component;

/**
 * The key of whoever has the machine: it lies in the data directory and lets a locked-out person in
 * again.
 */
@Component
class LocalKey {

    static final String PREFIX = "rs_local_";

    private final String secret;

    LocalKey(DataDirectory directory) {
        this.secret = directory.secret("local.key").readOrWrite(() -> PREFIX + RandomText.fresh());
    }

    boolean opens(String shown) {
        return Digest.same(secret, shown);
    }
}
