package dev.runside.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who sent a request, for those who look at it after it was let in. */
public final class ProvenCaller {

    private ProvenCaller() {}

    /** Absent where nobody had to show who they are. */
    public static Optional<Caller> of(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(Gate.CALLER));
    }

    /** Where a route is open at the gate and its body proves who sent it. */
    public static void remember(Caller caller, HttpServletRequest request) {
        request.setAttribute(Gate.CALLER, caller);
    }
}
