package dev.runside.server.access;

import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoginController {

    /**
     * A page, not a redirect: after one a browser would hold the strict cookie back when the link
     * came from elsewhere.
     */
    private static final String SIGNED_IN =
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/"><title>Signed in · Runside</title></head>
            <body><main><p>Signed in. <a href="/">Go on</a></p></main></body>
            </html>
            """;

    private final SignIn signIn;
    private final Callers callers;

    LoginController(SignIn signIn, Callers callers) {
        this.signIn = signIn;
        this.callers = callers;
    }

    record LoginLink(URI url, Instant expiresAt) {}

    @Allow(Who.PERSON)
    @PostMapping(path = "/api/v1/login-links", produces = "application/json")
    LoginLink link(PersonCaller caller, HttpServletRequest request) {
        var issued = signIn.link(caller);
        String own = request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST);
        return new LoginLink(
                URI.create(own + "/login?token=" + issued.secret()), issued.expiresAt());
    }

    /**
     * The token in the address is the proof. Who is signed in already goes on, also by a link that
     * is used up.
     */
    @Allow(Who.OPEN)
    @GetMapping("/login")
    ResponseEntity<String> login(@RequestParam String token, HttpServletRequest request) {
        try {
            var session = signIn.open(token);
            String cookie = SessionCookie.holding(session.secret(), request.isSecure());
            return signedIn().header(HttpHeaders.SET_COOKIE, cookie).body(SIGNED_IN);
        } catch (Problem refused) {
            if (SessionCookie.in(request).flatMap(callers::bySession).isEmpty()) {
                throw refused;
            }
            return signedIn().body(SIGNED_IN);
        }
    }

    private static ResponseEntity.BodyBuilder signedIn() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"));
    }

    @Allow(Who.PERSON)
    @PostMapping("/logout")
    ResponseEntity<Void> logout(PersonCaller caller, HttpServletRequest request) {
        signIn.end(caller);
        return ResponseEntity.status(303)
                .location(URI.create("/"))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.gone(request.isSecure()))
                .build();
    }
}
