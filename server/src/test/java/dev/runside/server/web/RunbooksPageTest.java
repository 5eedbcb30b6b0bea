package dev.runside.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.server.access.TestTokens;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runbooks as their keepers see them, and what was drafted for an owner to decide on. */
@PageTest
class RunbooksPageTest extends CompanyPages {

    private static final Ref CLEO = Ref.parse("user:cleo");
    private static final Ref CHIME = Ref.parse("hop:bells/chime");
    private static final String DRAFTED = "learned-a-loose-wire";

    private String ada;

    @BeforeAll
    void threeThatEndAlike() {
        for (int time = 0; time < 3; time++) {
            company.signal("process-gone", CHIME);
            company.did(CHIME, CLEO, new Action.Service(Action.Verb.RESTART, "relay"));
            company.settled(CHIME, CLEO);
        }
        TestTokens.of(server).admin("ada");
        ada = session("ada");
    }

    @Test
    void whatWasDraftedIsLookedAtAndPromoted() {
        try (Page page = browser.page(session("bob"))) {
            page.navigate("/runbooks/drafted/" + DRAFTED);
            page.locator("#stage").selectOption("ACT");
            page.locator(".acts button").first().click();
            assertThat(page.locator("[data-notice]")).containsText("no right");
        }
        try (Page page = browser.page(ada)) {
            page.navigate("/runbooks");
            assertThat(page.locator("#runbook-packer-gone")).containsText("act");
            look(page, "runbooks");
            page.locator("#draft-" + DRAFTED + " a").click();
            assertThat(page.locator("main")).containsText("restart relay");
            assertThat(page.locator("main")).containsText("it would have run on 3");
            assertThat(page.locator("pre")).containsText("kind: Runbook");
            look(page, "drafted");

            page.locator(".acts button").first().click();
            assertThat(page.locator(".taken")).containsText("promoted by Ada Lindqvist: to act");
            page.navigate("/runbooks");
            assertThat(page.locator("#runbook-" + DRAFTED)).containsText("act");
            assertThat(page.locator("#draft-" + DRAFTED)).hasCount(0);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private void look(Page page, String name) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            browser.shoot(page, name + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        page.setViewportSize(360, 780);
        browser.shoot(page, name + "-phone");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        assertThat(Barriers.on(page)).isEmpty();
        page.setViewportSize(1280, 900);
    }
}
