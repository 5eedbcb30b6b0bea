package dev.runside.server.web.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/** Light, dark, or whatever the machine says. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    private static final String COOKIE = "runside_theme";

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Theme of(String word) {
        return Arrays.stream(values())
                .filter(theme -> theme.word().equals(word))
                .findFirst()
                .orElse(AUTO);
    }

    static Theme of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? AUTO
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .findFirst()
                        .map(cookie -> of(cookie.getValue()))
                        .orElse(AUTO);
    }

    String cookie() {
        return ResponseCookie.from(COOKIE, word())
                .path("/")
                .sameSite("Strict")
                .maxAge(Duration.ofDays(365))
                .build()
                .toString();
    }
}
