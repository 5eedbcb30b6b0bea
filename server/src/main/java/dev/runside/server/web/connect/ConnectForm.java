package dev.runside.server.web.connect;

import dev.runside.server.connect.Tool;
import dev.runside.server.connect.Wish;
import dev.runside.server.problem.Input;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is filled in, as it was filled in. */
public record ConnectForm(String tool, String name, String speaksFor, String url) {

    static ConnectForm empty(HttpServletRequest request) {
        return new ConnectForm(Tool.PROMETHEUS.word(), "", "", address(request));
    }

    static ConnectForm of(HttpServletRequest request) {
        return new ConnectForm(
                field(request, "tool"),
                field(request, "name"),
                field(request, "speaksFor"),
                field(request, "url"));
    }

    Wish wish() {
        Tool picked =
                Tool.named(tool).orElseThrow(() -> Input.wrong("tool", "is none of the list"));
        return new Wish(
                picked,
                name.isEmpty() ? picked.word() : name,
                speaksFor.isEmpty()
                        ? List.of("*")
                        : Stream.of(speaksFor.split("[,\\s]+"))
                                .filter(ref -> !ref.isEmpty())
                                .toList(),
                url,
                "");
    }

    /** As the browser reached it: the tool may reach it by another. */
    private static String address(HttpServletRequest request) {
        return request.getScheme()
                + "://"
                + Optional.ofNullable(request.getHeader("Host")).orElse("");
    }

    private static String field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }
}
