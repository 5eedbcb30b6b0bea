package dev.runside.server.intake.body;

import dev.runside.server.intake.fuzz.Decoder;
import java.util.List;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

/** What reads bodies here, for those who send it odd ones. */
public final class BodyDecoders {

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final Bodies BODIES = new Bodies(DataSize.ofMegabytes(48));

    private BodyDecoders() {}

    public static List<Decoder> all() {
        return List.of(new Decoder("packed", BodyDecoders::unpack));
    }

    private static void unpack(byte[] packed) {
        var request = new MockHttpServletRequest();
        request.addHeader("Content-Encoding", "gzip");
        request.setContent(packed);
        BODIES.read(request, MOST_BYTES).close();
    }
}
