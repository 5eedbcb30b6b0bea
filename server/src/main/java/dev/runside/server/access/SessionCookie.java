package dev.runside.server.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/** The cookie of a signed-in browser. */
final class SessionCookie {

    private static final String NAME = "runside_session";

    private SessionCookie() {}

    static Optional<String> in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    static String holding(String secret, boolean secure) {
        return cookie(secret, secure, TokenKind.SESSION.life());
    }

    static String gone(boolean secure) {
        return cookie("", secure, Duration.ZERO);
    }

    private static String cookie(String value, boolean secure, Duration life) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }
}
