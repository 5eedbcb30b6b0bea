package dev.runside.server.intake;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a port without TLS may listen: beyond this machine only where that was asked for. */
public final class PlainAddress {

    private static final Logger log = LoggerFactory.getLogger(PlainAddress.class);

    private PlainAddress() {}

    /**
     * @param what as the log is to call it
     */
    public static InetAddress of(String what, InetAddress address, boolean insecure) {
        if (insecure || address.isLoopbackAddress()) {
            return address;
        }
        InetAddress loopback = InetAddress.getLoopbackAddress();
        log.info(
                "{} without TLS stays on {}; from elsewhere use the server's own port",
                what,
                loopback.getHostAddress());
        return loopback;
    }
}
