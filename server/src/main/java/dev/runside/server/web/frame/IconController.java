package dev.runside.server.web.frame;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mark, where a browser looks for it unasked. */
@RestController
class IconController {

    @Allow(Who.OPEN)
    @GetMapping("/favicon.ico")
    ResponseEntity<Resource> icon() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
                .body(new ClassPathResource("static/page/mark.svg"));
    }
}
