package dev.runside.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/** Whether a request comes from this machine, and not through a proxy on it. */
final class Loopback {

    private Loopback() {}

    static boolean sent(HttpServletRequest request) {
        return request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null
                && isLoopback(request.getRemoteAddr());
    }

    /** For literal addresses and {@code localhost}: nothing is looked up elsewhere. */
    static boolean isLoopback(String address) {
        if (address.equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
