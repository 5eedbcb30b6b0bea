package dev.runside.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.RunsideServerTest;
import dev.runside.server.Wire;
import dev.runside.server.Wire.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RunsideServerTest
class SignInTest {

    @Autowired private ApplicationContext server;

    @Autowired private TokenStore store;

    @LocalServerPort private int port;

    private String token = "";

    @BeforeEach
    void enrol() {
        token = TestTokens.of(server).person("signing-in");
    }

    @Test
    void aLinkSetsACookieThatScriptsAndForeignPagesCannotUse() {
        Answer answer = Wire.to(port).get(path(link()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie").orElseThrow())
                .contains("runside_session=rs_session_", "HttpOnly", "SameSite=Strict", "Path=/");
    }

    @Test
    void aLinkWorksOnce() {
        String path = path(link());
        Wire.to(port).get(path);

        assertThat(Wire.to(port).get(path).field("code")).isEqualTo("token-refused");
    }

    @Test
    void aUsedLinkSaysSoAndWhatPrintsAnother() {
        String path = path(link());
        Wire.to(port).get(path);

        Answer page = Wire.to(port).header("Accept", "text/html").get(path);

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body())
                .contains("This link was used already or is older than 10 minutes")
                .contains("<code>runside login</code> prints another");
    }

    @Test
    void whoIsSignedInGoesOnByAUsedLink() {
        String path = path(link());
        String cookie = Wire.to(port).get(path).header("Set-Cookie").orElseThrow();

        Answer again = act(cookie.substring(0, cookie.indexOf(';'))).get(path);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("Go on");
        assertThat(again.header("Set-Cookie")).isEmpty();
    }

    @Test
    void aLinkDiesAfterTenMinutes() {
        Answer link = link();
        Instant expires = Instant.parse(link.field("expiresAt"));
        byte[] hash = Digest.of(link.field("url").replaceAll(".*token=", ""));

        assertThat(Duration.between(Instant.now(), expires))
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(store.find(TokenKind.LOGIN, hash, expires.minusSeconds(1))).isPresent();
        assertThat(store.find(TokenKind.LOGIN, hash, expires)).isEmpty();
        assertThat(store.spend(TokenKind.LOGIN, hash, expires)).isEmpty();
    }

    @Test
    void aSessionReadsWithItsCookieAlone() {
        Answer answer = Wire.to(port).header("Cookie", signIn()).get("/api/v1/audit");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aSessionActsOnlyWithItsOwnFormToken() {
        String cookie = signIn();
        String foreign = TestTokens.formToken(TestTokens.of(server).sessionCookie("somebody-else"));

        assertThat(act(cookie).post("/api/v1/login-links").field("code")).isEqualTo("form-expired");
        assertThat(
                        act(cookie)
                                .header("X-CSRF-Token", foreign)
                                .post("/api/v1/login-links")
                                .field("code"))
                .isEqualTo("form-expired");
        assertThat(
                        act(cookie)
                                .header("X-CSRF-Token", TestTokens.formToken(cookie))
                                .post("/api/v1/login-links")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void signedOutTheCookieOpensNothing() {
        String cookie = signIn();

        Answer out =
                act(cookie).header("X-CSRF-Token", TestTokens.formToken(cookie)).post("/logout");

        assertThat(out.status()).isEqualTo(303);
        assertThat(Wire.to(port).header("Cookie", cookie).get("/api/v1/audit").status())
                .isEqualTo(401);
    }

    @Test
    void aSessionsSecretIsNoBearerToken() {
        String secret = signIn().replace("runside_session=", "");

        assertThat(Wire.to(port).bearer(secret).get("/api/v1/audit").status()).isEqualTo(401);
    }

    private Wire act(String cookie) {
        return Wire.to(port).header("Cookie", cookie);
    }

    private String signIn() {
        String cookie = Wire.to(port).get(path(link())).header("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private Answer link() {
        return Wire.to(port).bearer(token).post("/api/v1/login-links");
    }

    private static String path(Answer link) {
        String url = link.field("url");
        return url.substring(url.indexOf("/login"));
    }
}
