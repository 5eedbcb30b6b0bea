package dev.runside.server.intake.events;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Items;
import dev.runside.server.intake.body.MediaTypes;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds out which of the content modes of CloudEvents' HTTP binding (1.0.2, section 3) a request is
 * in. A binary one is read as the structured one it stands for.
 */
@Component
class Envelopes {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String PREFIX = "ce-";

    private final Items items;

    Envelopes(Items items) {
        this.items = items;
    }

    List<Draft> drafts(HttpServletRequest request, byte[] body) {
        String type = MediaTypes.of(request);
        if (type.equals(STRUCTURED) || type.equals(BATCH)) {
            return flat(items.read(body, EventReader::read));
        }
        if (request.getHeader(PREFIX + "specversion") != null) {
            return items.read(binary(request, type, body), EventReader::read);
        }
        if (MediaTypes.isJson(type)) {
            return flat(items.read(body, EventReader::readBare));
        }
        throw Problem.of(
                        ErrorCode.WRONG_MEDIA_TYPE,
                        "'" + type + "' without ce- headers is no CloudEvent.")
                .withFix(
                        "Send %s, %s, or any content with ce- headers."
                                .formatted(STRUCTURED, BATCH));
    }

    private static List<Draft> flat(List<List<Draft>> drafts) {
        return drafts.stream().flatMap(List::stream).toList();
    }

    private ObjectNode binary(HttpServletRequest request, String type, byte[] body) {
        ObjectNode event = items.object();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(header -> {
                    String name = header.toLowerCase(Locale.ROOT);
                    if (name.startsWith(PREFIX)) {
                        event.put(
                                name.substring(PREFIX.length()),
                                decoded(request.getHeader(header)));
                    }
                });
        if (MediaTypes.isJson(type) && body.length > 0) {
            event.set("data", items.tree(body));
        }
        return event;
    }

    /** Header values are percent-encoded (section 3.1.3.2); a plus sign stands for itself. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return value;
        }
    }
}
