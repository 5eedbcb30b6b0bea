package dev.runside.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.runside.core.catalog.Function;
import dev.runside.core.run.StepResult.Outcome;
import dev.runside.server.RunsideServerTest;
import dev.runside.server.access.TestTokens;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Every page in light, in dark and on a phone: nothing sticks out, nothing is complained about. */
@RunsideServerTest
@Import(PageCompany.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LooksTest {

    @Autowired private ApplicationContext server;

    @LocalServerPort private int port;

    private AutoCloseable agent = () -> {};
    private Browser browser;
    private String ada;

    @BeforeAll
    void openTheBrowserOnACompanyWithTroubles() {
        Company company = new Company(server, port);
        company.founded();
        agent = company.agentAtWork();
        trouble(company);
        browser = new Browser(port);
        ada = TestTokens.of(server).sessionCookie("ada");
    }

    static void trouble(Company company) {
        company.counted("mails-sent", 300, 1, true);
        company.counted("rows-counted", 1_900, 1, false);
        company.counted("web-availability", 280, 0.998, false);
        company.counted("relay-availability", 290, 0.93, false);
        company.counted("relay-latency", 290, 0.97, false);
        heal(company);
        company.signal(
                "change-started",
                PageCompany.PACKER,
                Map.of(
                        "change",
                        "d7",
                        "type",
                        "deploy",
                        "summary",
                        "packer 4.2.0",
                        "by",
                        "release bot"));
        company.signal("process-gone", PageCompany.DATABASE, Map.of());
        company.finding(
                "errors",
                PageCompany.STORE,
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
                PageCompany.ROLLUP,
                Function.DATA,
                "the job rollup failed: connection refused");
        company.finding(
                "ticket-surge",
                PageCompany.MAIL,
                Function.SUPPORT,
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
        company.signal("process-gone", PageCompany.DIALER, Map.of());
    }

    private static void heal(Company company) {
        company.signal("process-gone", PageCompany.PACKER, Map.of());
        company.agentDoes(Outcome.DONE, Map.of("state", "gone"));
        company.agentDoes(Outcome.DONE, Map.of("state", "answering"));
        company.signal("answering", PageCompany.PACKER, Map.of());
        company.measured(60, 60);
    }

    @AfterAll
    void closeTheBrowser() throws Exception {
        browser.close();
        agent.close();
    }

    private static Stream<String> pages() {
        return Stream.of(
                "now /",
                "flows /flows",
                "flow /flows/send",
                "flow-hop /flows/send?hop=hop:mail/relay",
                "incidents /incidents",
                "incident-healed /incidents/1",
                "incident-systemic /incidents/2",
                "incident-paged /incidents/3");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsGoodToLookAt(String nameAndPath) {
        String name = nameAndPath.split(" ")[0];
        String path = nameAndPath.split(" ")[1];
        look(name + "-light", path, 1280, 900, ColorScheme.LIGHT);
        look(name + "-dark", path, 1280, 900, ColorScheme.DARK);
        look(name + "-phone", path, 360, 780, ColorScheme.LIGHT);
        assertThat(browser.complaints()).isEmpty();
    }

    private void look(String name, String path, int width, int height, ColorScheme scheme) {
        try (Page page = browser.page(ada, width, height, scheme)) {
            page.navigate(path);
            page.waitForSelector("#line[data-state=live]");
            browser.shoot(page, name);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s", name)
                    .isEqualTo(width);
        }
    }
}
