package dev.runside.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.state.Line;
import dev.runside.server.ApiClient;
import dev.runside.server.Wire;
import dev.runside.server.access.TestTokens;
import dev.runside.server.engine.Incidents;
import java.time.Duration;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of an incident: the same wherever it is said, and nothing that says nothing. */
@PageTest
class RecordTest extends CompanyPages {

    private static final Ref CLEO = Ref.parse("user:cleo");
    private static final Ref CLAPPER = Ref.parse("hop:bells/clapper");
    private static final Ref YOKE = Ref.parse("hop:bells/yoke");

    private String cleo;

    @BeforeAll
    void signIn() {
        cleo = session("cleo");
    }

    @Test
    void theTimelineIsInTheOrderInWhichThingsHappened() {
        company.signal("process-gone", YOKE);
        long number = company.paged(YOKE);
        company.finding("errors", YOKE, Function.DEVELOPMENT, "every second stroke is missing");

        var whole = server.getBean(Incidents.class).find(Long.toString(number)).orElseThrow();
        company.settled(YOKE, CLEO);

        assertThat(whole.lines()).isSortedAccordingTo(Comparator.comparing(Line::time));
        assertThat(whole.lines())
                .isNotEmpty()
                .filteredOn(line -> line.text().contains("every second stroke"))
                .isNotEmpty()
                .allMatch(line -> line.time().isBefore(line.at()));
    }

    @Test
    void listPageAndProgramSayOneDuration() {
        company.signal("process-gone", CLAPPER);
        long number = company.paged(CLAPPER);
        company.settled(CLAPPER, CLEO);
        var api = new ApiClient(port, TestTokens.of(server).admin("root"));
        String sent = api.get("/api/v1/incidents/" + number).body().path("lasted").asString();
        String said = words(Duration.parse(sent));

        try (Page page = browser.page(cleo)) {
            page.navigate("/incidents/" + number);
            assertThat(page.locator(".incident-head")).containsText("over after " + said);
            assertThat(page.locator("#suspects-title ~ ol"))
                    .containsText(Pattern.compile("from [0-9:]{8} to [0-9:]{8}"));
            assertThat(page.locator("#facts-title ~ dl")).containsText("clapper: its process");
            page.navigate("/incidents");
            assertThat(page.locator("#incident-" + number)).containsText(said);
        }
    }

    @Test
    void anIncidentThatIsNotThereIsNamedBesideTheWayToTheList() {
        try (Page page = browser.page(cleo)) {
            page.navigate("/incidents/999999");
            assertThat(page.locator("h1")).hasText("There is no incident #999999");
            page.locator("main a").click();
            assertThat(page).hasURL(browser.address() + "/incidents");
        }
    }

    @Test
    void aBrowserThatAsksForTheIconGetsTheMark() {
        var icon = Wire.to(port).get("/favicon.ico");

        assertThat(icon.status()).isEqualTo(200);
        assertThat(icon.header("Content-Type")).contains("image/svg+xml");
        assertThat(icon.body()).contains("<svg");
    }

    private static String words(Duration span) {
        return span.toMillis() / 100 / 10.0 + " s";
    }
}
