package dev.runside.server.web.flow;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses of hops in the pictures they stand in. */
public final class FlowLink {

    private FlowLink() {}

    /** In the first flow whose path holds the hop. */
    public static Optional<String> to(Ref hop, Catalog catalog) {
        return catalog.flows().values().stream()
                .filter(flow -> flow.path().contains(hop))
                .findFirst()
                .map(flow -> of(flow.ref(), hop));
    }

    static String of(Ref flow, Ref hop) {
        return "/flows/" + flow.name() + "?hop=" + readable(hop.toString());
    }

    private static String readable(String ref) {
        return URLEncoder.encode(ref, StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%2F", "/");
    }
}
