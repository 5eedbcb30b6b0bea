package dev.runside.server.web.frame;

import jakarta.servlet.http.HttpServletRequest;

/** A link that leads on from where nothing is: to the list of what was looked for. */
public record Way(String path, String words) {

    static Way from(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/incidents/")) {
            return new Way("/incidents", "All incidents");
        }
        return path.startsWith("/flows/")
                ? new Way("/flows", "All flows")
                : new Way("/", "Back to Now");
    }
}
