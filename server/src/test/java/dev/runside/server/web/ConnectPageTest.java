package dev.runside.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.runside.server.ApiClient;
import dev.runside.server.Wire;
import dev.runside.server.access.TestTokens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a tool to its lines to what came of it. */
@PageTest
class ConnectPageTest extends CompanyPages {

    private TestTokens tokens;
    private String ada;

    @BeforeAll
    void signIn() {
        tokens = TestTokens.of(server);
        tokens.admin("ada");
        ada = session("ada");
    }

    @Test
    void aToolIsConnectedAndWhatComesIsShownByItself() {
        try (Page page = browser.page(ada)) {
            page.navigate("/connect");
            page.locator("#tool").selectOption("prometheus");
            page.locator("#name").fill("prometheus-page");
            page.locator(".connect button").click();

            assertThat(page.locator("h1")).containsText("Prometheus as prometheus-page");
            assertThat(page.locator("#lines-0")).containsText("alertmanagers:");
            assertThat(page.locator("#seen-words")).containsText("Nothing has come yet");
            String token = page.locator("#token").textContent();
            page.locator("[data-copy=token]").click();
            assertThat(page.evaluate("getSelection().toString()")).asString().contains(token);

            alert(token, "store");
            alert(token, "nobody-knows");

            assertThat(page.locator("#seen-words"))
                    .containsText("2 reports seen, 1 mapped (store), 1 not");
            assertThat(page.locator("#seen")).containsText("- {name: nobody-knows");
            look(page, "connected");

            page.navigate("/connect");
            assertThat(page.locator("#source-prometheus-page")).containsText("50.0 %");
            assertThat(page.locator("main")).not().containsText(token);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theListAndTheFormAreGoodToLookAt() {
        tokens.newSource("quiet", "product:mail");
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (Page page = browser.page(ada, 1280, 900, scheme)) {
                page.navigate("/connect");
                page.waitForSelector("#line[data-state=live]");
                browser.shoot(page, "connect-" + scheme.name().toLowerCase(Locale.ROOT));
                assertThat(Barriers.on(page)).isEmpty();
            }
        }
        try (Page page = browser.page(ada, 360, 780, ColorScheme.LIGHT)) {
            page.navigate("/connect");
            browser.shoot(page, "connect-phone");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsConnectedAlreadyIsSaidAndWhatWasFilledInStays() {
        tokens.newSource("taken", "product:mail");
        try (Page page = browser.page(ada)) {
            page.navigate("/connect");
            page.locator("#name").fill("taken");
            page.locator(".connect button").click();

            assertThat(page.locator("main")).containsText("is connected already");
            assertThat(page.locator("#name")).hasValue("taken");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoHasNoRightMakesNoToken() {
        try (Page page = browser.page(session("bob"))) {
            page.navigate("/connect");
            page.locator("#name").fill("bobs");
            page.locator(".connect button").click();

            assertThat(page.locator("main")).containsText("no right to let a source speak");
            page.navigate("/connect");
            assertThat(page.locator("#source-bobs")).hasCount(0);
        }
    }

    @Test
    void aFormOfAnotherPageIsRefused() {
        var answer = Wire.to(port).host("127.0.0.1:" + port).header("Cookie", ada).post("/connect");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("form-expired");
    }

    private void alert(String token, String job) {
        new ApiClient(port, token)
                .post(
                        "/api/v2/alerts",
                        List.of(Map.of("labels", Map.of("alertname", "Late", "job", job))));
    }

    private void look(Page page, String name) {
        browser.shoot(page, name + "-light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        browser.shoot(page, name + "-dark");
        page.setViewportSize(360, 780);
        browser.shoot(page, name + "-phone");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        assertThat(Barriers.on(page)).isEmpty();
    }
}
