package dev.runside.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.run.StepResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in light, in dark and on a phone: nothing sticks out, nothing is complained about,
 * nobody is shut out.
 */
@PageTest
class LooksTest extends CompanyPages {

    private static final String OUTSIDE =
            """
            [...document.querySelectorAll('svg.map a.hop text')].filter((text) => {
              const box = text.closest('a').querySelector('.hop-box').getBoundingClientRect();
              const own = text.getBoundingClientRect();
              return box.width > 0 && (own.left < box.left || own.right > box.right - 4
                || own.top < box.top || own.bottom > box.bottom);
            }).map((text) => text.textContent)
            """;

    private String ada;

    @BeforeAll
    void aCompanyWithTroublesAndABrowser() {
        trouble(company);
        ada = session("ada");
    }

    static void trouble(Company company) {
        company.counted("mails-sent", 300, 1, true);
        company.counted("rows-counted", 1_900, 1, false);
        company.counted("web-availability", 280, 0.998, false);
        company.counted("relay-availability", 290, 0.97, false);
        company.counted("relay-latency", 290, 0.99, false);
        heal(company);
        company.signal(
                "change-started",
                Company.PACKER,
                Map.of("change", "d7", "type", "deploy", "summary", "4.2.0", "by", "release bot"));
        company.signal("process-gone", Company.DATABASE);
        company.finding(
                "errors",
                Company.STORE,
                Function.PLATFORM,
                "Store answers: 61 % of 412 events were bad in the last 20 s (a finding from 20 %)",
                0.99,
                1,
                1,
                0.98,
                1,
                1,
                0.99,
                0.7,
                0.42,
                0.39);
        company.finding(
                "run-failed",
                Company.ROLLUP,
                Function.DATA,
                "the job rollup failed: connection refused");
        company.finding(
                "outcome-stalled",
                Company.MAIL,
                Function.DEVELOPMENT,
                Optional.of("mails-sent"),
                "Mails sent: 108 a minute, usually 1,790",
                300,
                310,
                295,
                305,
                290,
                300,
                120,
                20,
                18,
                18);
        company.signal("process-gone", Company.DIALER);
    }

    private static void heal(Company company) {
        company.signal("process-gone", Company.PACKER);
        company.agentDoes(Outcome.DONE, Map.of("state", "gone"));
        company.agentDoes(Outcome.DONE, Map.of("state", "answering"));
        company.signal("answering", Company.PACKER);
        company.measured(60, 60);
    }

    private static Stream<String> pages() {
        return Stream.of(
                "now /",
                "flows /flows",
                "flow /flows/send",
                "flow-hop /flows/send?hop=hop:mail/relay",
                "incidents /incidents",
                "incidents-none /incidents?state=resolved",
                "not-found /incidents/999999");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsGoodToLookAt(String nameAndPath) {
        String name = nameAndPath.split(" ")[0];
        String path = nameAndPath.split(" ")[1];
        look(ada, name + "-light", path, 1280, 900, ColorScheme.LIGHT);
        look(ada, name + "-dark", path, 1280, 900, ColorScheme.DARK);
        look(ada, name + "-phone", path, 360, 780, ColorScheme.LIGHT);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyKindOfIncidentIsGoodToLookAt() {
        lookAtIncident("healed", company.newest(Company.PACKER));
        lookAtIncident("systemic", company.paged(Company.DATABASE));
        lookAtIncident("paged", company.paged(Company.DIALER));
        assertThat(browser.complaints()).isEmpty();
    }

    private void lookAtIncident(String kind, long number) {
        String name = "incident-" + kind;
        String path = "/incidents/" + number;
        look(ada, name + "-light", path, 1280, 900, ColorScheme.LIGHT);
        look(ada, name + "-dark", path, 1280, 900, ColorScheme.DARK);
        look(ada, name + "-phone", path, 360, 780, ColorScheme.DARK);
    }

    @Test
    void whatABoxOfTheFlowSaysStaysInsideAndNamesItsIncident() {
        long number = company.paged(Company.DATABASE);
        for (int width : new int[] {360, 1280}) {
            try (Page page = browser.page(ada, width, 900, ColorScheme.LIGHT)) {
                page.navigate("/flows/send");
                assertThat(page.locator("svg.map:visible").textContent())
                        .contains("suspect, incident #" + number);
                assertThat((List<?>) page.evaluate(OUTSIDE)).as("at %d", width).isEmpty();
            }
        }
    }

    @Test
    void productsWithoutAFigureAreShownWithHowTheyAre() {
        try (Page page = browser.page(ada)) {
            page.navigate("/");
            assertThat(page.locator("#plain-alarm").textContent()).contains("dialer is gone.");
            assertThat(page.locator("#plain-archive").count()).isEqualTo(1);
            assertThat(page.locator("#plain-mail").count()).isZero();
            assertThat(page.locator("main").textContent()).contains("leadership: true");
            assertThat(
                            page.locator(
                                            ".incident",
                                            new Page.LocatorOptions().setHasText("dialer"))
                                    .textContent())
                    .contains("no answer yet")
                    .doesNotContain("Acknowledged");
        }
    }

    @Test
    void whoIsNotSignedInLearnsHowTo() {
        look("", "sign-in-light", "/", 1280, 900, ColorScheme.LIGHT);
        look("", "sign-in-dark", "/", 1280, 900, ColorScheme.DARK);
        look("", "sign-in-phone", "/", 360, 780, ColorScheme.LIGHT);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aHoldStandsOnEveryPage() {
        company.hold(true, Ref.parse("user:ada"), "moving house");
        look(ada, "hold-light", "/flows", 1280, 900, ColorScheme.LIGHT);
        look(ada, "hold-phone", "/", 360, 780, ColorScheme.DARK);
        company.hold(false, Ref.parse("user:ada"), "moved");
        assertThat(browser.complaints()).isEmpty();
    }

    private void look(
            String cookie, String name, String path, int width, int height, ColorScheme scheme) {
        try (Page page = browser.page(cookie, width, height, scheme)) {
            page.navigate(path);
            if (page.querySelector("#live") != null) {
                page.waitForSelector("#line[data-state=live]");
            }
            browser.shoot(page, name);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s", name)
                    .isEqualTo(width);
            assertThat(Barriers.on(page)).as("barriers on %s", name).isEmpty();
        }
    }
}
