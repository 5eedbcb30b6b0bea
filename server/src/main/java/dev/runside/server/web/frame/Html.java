package dev.runside.server.web.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders templates, which were compiled with the server. */
@Component
public class Html {

    private static final MediaType TYPE = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * @param template its path below the folder of templates, without the ending
     * @param view what the template shows, under the name {@code view}
     */
    public ResponseEntity<String> page(String template, Object view) {
        return page(HttpStatus.OK, template, view);
    }

    public ResponseEntity<String> page(HttpStatus status, String template, Object view) {
        return ResponseEntity.status(status)
                .contentType(TYPE)
                .cacheControl(CacheControl.noStore())
                .varyBy("HX-Request")
                .body(text(template, view));
    }

    String text(String template, Object view) {
        StringOutput output = new StringOutput();
        templates.render(template + ".jte", view, output);
        return output.toString();
    }
}
