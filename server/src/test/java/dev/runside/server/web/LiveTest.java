package dev.runside.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;

/** Pages follow what happens without being loaded again. */
@PageTest
class LiveTest extends CompanyPages {

    private static final String NEW_IN_THE_FORM =
            "[...document.querySelectorAll('.acts *')].filter((e) => !e.marked).map((e) => e.outerHTML)";

    private static final Ref CLEO = Ref.parse("user:cleo");
    private static final Ref HORN = Ref.parse("hop:bells/horn");
    private static final Ref HAMMER = Ref.parse("hop:bells/hammer");

    private String cleo;

    @BeforeAll
    void signIn() {
        cleo = session("cleo");
    }

    @Test
    void anIncidentAppearsAndGoesWithoutThePageBeingLoadedAgain() {
        try (Page page = browser.page(cleo)) {
            open(page, "/");
            page.evaluate("window.sameDocument = true");

            company.signal("process-gone", HORN);
            assertThat(page.locator("#inbox-title ~ ul")).containsText("horn: its process is gone");
            assertThat(page).hasTitle(Pattern.compile("\\(\\d+\\) Now.*"));

            company.signal("answering", HORN);
            assertThat(page.locator(".incident", hasText("horn"))).containsText("Recovered");
            assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        } finally {
            company.settled(HORN, CLEO);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsOpenTypedAndFocusedStaysWhileThePageTakesOverNews() {
        company.signal("process-gone", HAMMER);
        long number = company.paged(HAMMER);
        try (Page page = browser.page(cleo)) {
            open(page, "/incidents/" + number);
            page.locator("#resolve summary").click();
            page.locator("#cause").fill("the hammer's bolt");
            page.evaluate("document.querySelectorAll('#live *').forEach((e) => (e.marked = true))");

            company.finding(
                    "errors", HAMMER, Function.DEVELOPMENT, "every third stroke is missing");
            assertThat(page.locator(".story")).containsText("every third stroke is missing");

            assertThat(page.locator("#cause")).hasValue("the hammer's bolt");
            assertThat(page.locator("#cause")).isFocused();
            assertThat(page.locator("#resolve")).hasAttribute("open", "");
            assertThat((List<?>) page.evaluate(NEW_IN_THE_FORM)).isEmpty();
        } finally {
            company.settled(HAMMER, CLEO);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aLostLineIsSaidAndTakenUpAgain() {
        SmartLifecycle streams = server.getBean("streams", SmartLifecycle.class);
        try (Page page = browser.page(cleo, 360, 780, ColorScheme.LIGHT)) {
            open(page, "/flows");
            page.route("**/live?**", Route::abort);
            streams.stop();

            assertThat(page.locator("#lost")).isVisible();
            assertThat(page.locator("#lost")).containsText("Not live, reconnecting");
            assertThat(page.locator("#line")).containsText("Not live");
            browser.shoot(page, "not-live-phone");

            page.unroute("**/live?**");
            assertThat(page.locator("#line[data-state=live]")).isVisible();
            assertThat(page.locator("#lost")).isHidden();
        } finally {
            streams.start();
        }
        browser.complaints();
    }

    @Test
    void withoutProductsThePageSaysTheNextCommandAndFillsByItself() {
        company.emptied();
        try (Page page = browser.page(cleo)) {
            open(page, "/");
            assertThat(page.locator("main")).containsText("runside init");
            assertThat(page.locator("main")).containsText("runside apply -f");
            assertThat(page.locator(".banner-warning")).containsText("architect");
            browser.shoot(page, "first-light");

            company.foundedAgain();
            assertThat(page.locator("#metrics-title")).isVisible();
            assertThat(page.locator(".banner-warning")).hasCount(0);
        } finally {
            company.foundedAgain();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static void open(Page page, String path) {
        page.navigate(path);
        page.waitForSelector("#line[data-state=live]");
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
