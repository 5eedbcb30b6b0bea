package dev.runside.bench.heal.peers;

import dev.runside.cli.local.PortCheck;
import java.io.IOException;
import java.net.URI;

/** The ports on which the peers and the listener for their notices are reached, on loopback. */
record Addresses(int prometheus, int alertmanager, int webhook, int notices) {

    static Addresses free(int notices) throws IOException {
        return new Addresses(PortCheck.free(), PortCheck.free(), PortCheck.free(), notices);
    }

    static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
