package dev.runside.bench.heal.peers;

import java.io.IOException;

/** The peers cannot be had on this machine; the message says what to do. */
public final class PeersMissing extends IOException {

    private static final long serialVersionUID = 1;

    PeersMissing(String why) {
        super(
                """
                Prometheus, Alertmanager and webhook are neither installed nor to be had here: %s
                On Debian: apt-get install --no-install-recommends prometheus prometheus-alertmanager webhook
                To measure Runside alone: bench/heal --without-peers\
                """
                        .formatted(why));
    }
}
