package dev.runside.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.runside.core.Ref;
import dev.runside.server.Wire;
import dev.runside.server.access.TestTokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Acknowledging and resolving on the page of an incident. */
@PageTest
class ActsTest extends CompanyPages {

    private static final Ref CLEO = Ref.parse("user:cleo");
    private static final Ref RINGER = Ref.parse("hop:bells/ringer");
    private static final Ref SIREN = Ref.parse("hop:bells/siren");
    private static final Ref GONG = Ref.parse("hop:bells/gong");

    /** Asks without the form, as a page would that was open before the right was lost. */
    private static final String RESOLVE =
            """
            async (number) => (await fetch('/incidents/' + number + '/resolve', {
              method: 'POST',
              headers: { 'X-CSRF-Token': document.querySelector('meta[name=csrf-token]').content },
              body: new URLSearchParams({ cause: 'I only guess' })
            })).text()
            """;

    private TestTokens tokens;
    private String cleo;

    @BeforeAll
    void signIn() {
        tokens = TestTokens.of(server);
        cleo = tokens.sessionCookie("cleo");
    }

    @Test
    void fromThePagerToResolvedEachStepIsAnswered() {
        company.signal("process-gone", SIREN);
        long number = company.paged(SIREN);
        try (Page page = browser.page(cleo)) {
            page.navigate("/incidents/" + number);
            page.locator("[data-acknowledge]").click();
            assertThat(page.locator("#said")).containsText("You have #" + number);
            assertThat(page.locator(".acts")).containsText("Cleo Haddad has it");

            resolve(page, "a broken wire");
            assertThat(page.locator("#said")).containsText("still shows open findings");
            assertThat(page.locator("#cause")).hasValue("a broken wire");

            company.signal("answering", SIREN);
            assertThat(page.locator(".incident-head")).containsText("recovered");
            resolve(page, "a broken wire");
            assertThat(page.locator("#said")).containsText("#" + number + " is resolved");
            assertThat(page.locator(".acts")).containsText("resolved: a broken wire");
            browser.shoot(page, "resolved-light");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoMayNotResolveLearnsWhoCould() {
        company.signal("process-gone", GONG);
        long number = company.paged(GONG);
        try (Page page = browser.page(tokens.sessionCookie("bob"))) {
            page.navigate("/incidents/" + number);
            assertThat(page.locator("#could")).hasText("Cleo Haddad can resolve this.");
            assertThat(page.locator("#resolve")).hasCount(0);
            assertThat(page.evaluate(RESOLVE, Long.toString(number)))
                    .asString()
                    .contains("no right to resolve");
            browser.shoot(page, "refused-light");
        } finally {
            company.settled(GONG, CLEO);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anActWithoutTheFormsTokenIsRefused() {
        var answer =
                Wire.to(port)
                        .host("127.0.0.1:" + port)
                        .header("Cookie", cleo)
                        .post("/incidents/1/acknowledge");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("form-expired");
    }

    @Test
    void everythingWorksWithoutScriptToo() {
        company.signal("process-gone", RINGER);
        long number = company.paged(RINGER);
        try (Page page = browser.pageWithoutScript(cleo, ColorScheme.DARK)) {
            page.navigate("/");
            page.locator("#page-" + number + " button").click();

            assertThat(page).hasURL(browser.address() + "/incidents/" + number);
            assertThat(page.locator(".acts")).containsText("Cleo Haddad has it");
        } finally {
            company.settled(RINGER, CLEO);
        }
    }

    private static void resolve(Page page, String cause) {
        if (page.locator("#resolve[open]").count() == 0) {
            page.locator("#resolve summary").click();
        }
        page.locator("#cause").fill(cause);
        page.locator("#resolve button").click();
    }
}
