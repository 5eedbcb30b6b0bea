package dev.runside.server.intake.events;

import dev.runside.server.intake.body.TestItems;
import dev.runside.server.intake.fuzz.Decoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.mock.web.MockHttpServletRequest;

/** What reads bodies here, for those who send it odd ones. */
public final class EventDecoders {

    private static final Envelopes ENVELOPES = new Envelopes(TestItems.create());

    private EventDecoders() {}

    public static List<Decoder> all() {
        return List.of(
                new Decoder("event", body -> read("application/cloudevents+json", body)),
                new Decoder("event-bare", body -> read("application/json", body)),
                new Decoder("event-binary", EventDecoders::binary));
    }

    private static void read(String type, byte[] body) {
        var request = new MockHttpServletRequest();
        request.setContentType(type);
        ENVELOPES.drafts(request, body);
    }

    /** Up to the first empty line, every line is a header. */
    private static void binary(byte[] whole) {
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int end = text.contains("\n\n") ? text.indexOf("\n\n") : 0;
        var request = new MockHttpServletRequest();
        request.setContentType("application/json");
        request.addHeader("ce-specversion", "1.0");
        for (String line : text.substring(0, end).split("\n", 100)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                request.addHeader(
                        "ce-" + line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        int start = end == 0 ? 0 : end + 2;
        ENVELOPES.drafts(request, Arrays.copyOfRange(whole, start, whole.length));
    }
}
