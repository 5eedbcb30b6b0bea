package dev.runside.server.web.frame;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Light or dark for those whose browser runs no script. */
@RestController
class ThemeController {

    @Allow(Who.PERSON)
    @PostMapping("/theme")
    ResponseEntity<Void> theme(@RequestParam String theme) {
        return ResponseEntity.status(303)
                .location(URI.create("/"))
                .header(HttpHeaders.SET_COOKIE, Theme.of(theme).cookie())
                .build();
    }
}
