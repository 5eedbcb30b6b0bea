package dev.runside.server.access;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Stands before every handler: looks up who may call it and lets nobody else through. */
@Component
class Gate implements HandlerInterceptor {

    static final String CALLER = Gate.class.getName() + ".caller";

    private final Identification identification;

    Gate(Identification identification) {
        this.identification = identification;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            admit(request, RouteRule.of(handler));
        }
        return true;
    }

    private void admit(HttpServletRequest request, Set<Who> allowed) {
        if (allowed.contains(Who.OPEN)
                || (allowed.contains(Who.LOOPBACK) && Loopback.sent(request))) {
            BoundedBody.ofAnybody(request);
            return;
        }
        Caller caller = identification.of(request);
        if (allowed.stream().noneMatch(caller::is)) {
            throw Problem.of(
                    ErrorCode.NOT_ALLOWED,
                    caller.actor().ref()
                            + " may not call this; it is for "
                            + Arrays.toString(allowed.toArray())
                            + ".");
        }
        request.setAttribute(CALLER, caller);
    }
}
