package dev.runside.server.web.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/** Addresses of the style sheet and the scripts, which change with what they hold. */
@Component
public class Assets {

    private final String style = own("runside.css");
    private final String script = own("runside.js");
    private final String mark = own("mark.svg");

    public String style() {
        return style;
    }

    public String script() {
        return script;
    }

    public String mark() {
        return mark;
    }

    public String htmx() {
        return "/webjars/htmx.org/dist/htmx.min.js";
    }

    private static String own(String file) {
        return "/page/" + file + "?v=" + sum("/static/page/" + file);
    }

    private static String sum(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            CRC32 sum = new CRC32();
            sum.update(in.readAllBytes());
            return HexFormat.of().toHexDigits((int) sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
