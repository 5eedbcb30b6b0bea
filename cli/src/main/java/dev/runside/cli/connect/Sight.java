package dev.runside.cli.connect;

import dev.runside.cli.launcher.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What was seen of a source so far.
 *
 * @param source as {@code GET /api/v1/sources} tells of it
 */
public record Sight(JsonNode source) {

    private static final int MOST_GAPS = 5;

    /** Something of it was taken or refused. */
    public boolean any() {
        return source.path("lastSeen").isString();
    }

    private boolean known() {
        return !source.path("source").asString("").isEmpty();
    }

    /** It is polled, and the last round brought nothing. */
    public boolean inVain() {
        return source.path("poll").path("failing").asBoolean();
    }

    /** In one sentence, and a line for each name that the catalog does not know. */
    public String words() {
        if (inVain()) {
            return "Asked in vain: " + source.path("poll").path("trouble").asString();
        }
        if (!known()) {
            return "There is no source of this name. Connect a tool: "
                    + Typed.command("connect --help");
        }
        if (!any() && source.path("poll").isObject()) {
            return "It is asked from now on; nothing has come yet. Look again: "
                    + Typed.command("sources");
        }
        if (!any()) {
            return "Nothing has come yet. Is anything firing, and has the tool read its lines? Look again: "
                    + Typed.command("sources");
        }
        List<String> lines = new ArrayList<>();
        lines.add(count() + before() + refused());
        source.path("gaps").valueStream().limit(MOST_GAPS).forEach(gap -> lines.add(line(gap)));
        return String.join("\n", lines);
    }

    private String count() {
        long mapped = mapped();
        long unmapped = source.path("unmapped").asLong();
        if (mapped + unmapped == 0) {
            return "It was heard; nothing that is looked up yet.";
        }
        String names = unmapped == 0 ? "" : ", %d not".formatted(unmapped);
        return "%d seen, %d mapped%s%s.".formatted(mapped + unmapped, mapped, hops(), names);
    }

    private long mapped() {
        return source.path("mapped")
                .valueStream()
                .mapToLong(hop -> hop.path("count").asLong())
                .sum();
    }

    private String hops() {
        String hops =
                source.path("mapped")
                        .valueStream()
                        .map(hop -> hop.path("subject").asString())
                        .map(hop -> hop.substring(hop.lastIndexOf('/') + 1))
                        .map(hop -> hop.substring(hop.lastIndexOf(':') + 1))
                        .collect(Collectors.joining(", "));
        return hops.isEmpty() ? "" : " (" + hops + ")";
    }

    private String before() {
        long before = source.path("firingBefore").asLong();
        return before == 0
                ? ""
                : " %d %s firing before it was connected; each counts from its next change."
                        .formatted(before, before == 1 ? "alert was" : "alerts were");
    }

    private String refused() {
        long refused = source.path("refused").asLong();
        return refused == 0 ? "" : " Refused: %d requests.".formatted(refused);
    }

    private static String line(JsonNode gap) {
        return "  not in the catalog: %s; %s"
                .formatted(gap.path("name").asString(), gap.path("proposal").asString());
    }
}
