package dev.runside.server.intake.alertmanager;

import dev.runside.server.intake.alerts.LabelSet;
import dev.runside.server.intake.alerts.Matcher;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What of the list is asked for, as Alertmanager's query has it. */
record Filter(
        List<Matcher> matchers, boolean active, boolean silenced, Optional<Matcher> receiver) {

    static final String RECEIVER = "runside";

    private static final Pattern MATCHER =
            Pattern.compile(
                    "\\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(=~|!~|!=|=)\\s*(.*?)\\s*", Pattern.DOTALL);
    private static final Set<String> YES = Set.of("true", "1", "yes", "ok", "y", "on", "t");

    static Filter of(HttpServletRequest request) {
        return new Filter(
                matchers(request),
                yes(request, "active"),
                yes(request, "silenced"),
                Optional.ofNullable(request.getParameter("receiver"))
                        .map(text -> matcher("receiver", "=~", text)));
    }

    static List<Matcher> matchers(HttpServletRequest request) {
        String[] filters = request.getParameterValues("filter");
        return filters == null ? List.of() : Arrays.stream(filters).map(Filter::matcher).toList();
    }

    boolean asksFor(LabelSet labels, boolean isSilenced) {
        return (isSilenced ? silenced : active)
                && receiver.stream().allMatch(each -> each.matches(TO_RUNSIDE))
                && matchers.stream().allMatch(each -> each.matches(labels));
    }

    private static final LabelSet TO_RUNSIDE =
            LabelSet.ofPairs(new String[] {"receiver", RECEIVER}, 2);

    private static Matcher matcher(String text) {
        var found = MATCHER.matcher(text);
        if (!found.matches()) {
            throw bad("bad matcher format: " + text);
        }
        return matcher(found.group(1), found.group(2), unquoted(found.group(3)));
    }

    private static Matcher matcher(String name, String operator, String value) {
        try {
            return new Matcher(name, value, operator.endsWith("~"), operator.startsWith("="));
        } catch (IllegalArgumentException e) {
            throw bad("failed to parse " + name + ": " + e.getMessage());
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted
                ? text.substring(1, text.length() - 1)
                        .replace("\\n", "\n")
                        .replace("\\\"", "\"")
                        .replace("\\\\", "\\")
                : text;
    }

    private static boolean yes(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || YES.contains(value.toLowerCase(java.util.Locale.ROOT));
    }

    private static Problem bad(String why) {
        return Problem.of(ErrorCode.INVALID_INPUT, why);
    }
}
