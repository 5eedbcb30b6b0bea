package dev.runside.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.runside.core.Ref;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything can be reached and done by keyboard alone. */
@PageTest
class KeyboardTest extends CompanyPages {

    private static final int MOST_TABS = 40;

    private String ada;

    @BeforeAll
    void signIn() {
        ada = session("ada");
    }

    @Test
    void theFirstStopSkipsToTheContent() {
        try (Page page = at("/")) {
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#content")).isFocused();
        }
    }

    @Test
    void aPageIsAcknowledgedByTabAndEnterAlone() {
        long number = dialerGone();
        try (Page page = at("/")) {
            for (int tab = 0; tab < MOST_TABS && !onAcknowledge(page); tab++) {
                page.keyboard().press("Tab");
            }
            assertThat(onAcknowledge(page)).as("the button was reached").isTrue();
            assertThat(outline(page)).as("where the focus is can be seen").isGreaterThan(1);
            page.keyboard().press("Enter");
            assertThat(page).hasURL(browser.address() + "/incidents/" + number);
            assertThat(page.locator(".acts")).containsText("Ada Lindqvist has it");
        } finally {
            company.settled(Company.DIALER, Ref.parse("user:ada"));
        }
    }

    @Test
    void lettersGoToPagesAndRows() {
        try (Page page = at("/")) {
            page.keyboard().press("g");
            page.keyboard().press("f");
            assertThat(page).hasURL(browser.address() + "/flows");
            page.waitForSelector("#line[data-state=live]");
            page.keyboard().press("j");
            assertThat(page.locator("[data-row]").first()).isFocused();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/flows/[a-z]+"));
        }
    }

    @Test
    void aQuestionMarkShowsTheKeysWhichCanBeSwitchedOff() {
        try (Page page = at("/flows")) {
            page.keyboard().press("?");
            assertThat(page.locator("#help")).isVisible();
            browser.shoot(page, "help-light");
            page.locator("#keys-on").uncheck();
            page.keyboard().press("Escape");
            assertThat(page.locator("#help")).isHidden();

            page.keyboard().press("?");
            page.keyboard().press("g");
            page.keyboard().press("n");
            assertThat(page.locator("#help")).isHidden();
            assertThat(page).hasURL(browser.address() + "/flows");
        }
    }

    @Test
    void aHopInThePictureIsOpenedByEnter() {
        try (Page page = at("/flows/send")) {
            page.evaluate("window.sameDocument = true");
            page.locator(".map-wide a.hop").nth(1).focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#hop-detail")).containsText("Relay answers");
            assertThat(page).hasURL(browser.address() + "/flows/send?hop=hop:mail/relay");
            assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void lightAndDarkAreKeptFromPageToPage() {
        try (Page page = browser.page(ada, 1280, 900, ColorScheme.LIGHT)) {
            page.navigate("/");
            page.locator(".theme button[value=dark]").click();
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            page.navigate("/flows");
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(17, 20, 23)");
        }
    }

    private long dialerGone() {
        Ref dialer = Company.DIALER;
        company.signal("process-gone", dialer);
        return company.paged(dialer);
    }

    private Page at(String path) {
        Page page = browser.page(ada);
        page.navigate(path);
        page.waitForSelector("#line[data-state=live]");
        return page;
    }

    private static boolean onAcknowledge(Page page) {
        return (Boolean) page.evaluate("document.activeElement.hasAttribute('data-acknowledge')");
    }

    private static double outline(Page page) {
        return ((Number)
                        page.evaluate(
                                "parseFloat(getComputedStyle(document.activeElement).outlineWidth)"))
                .doubleValue();
    }
}
