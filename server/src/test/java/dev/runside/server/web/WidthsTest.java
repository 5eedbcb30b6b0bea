package dev.runside.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.runside.core.Ref;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a small phone to a desk: no word breaks, nothing lies on something else. */
@PageTest
class WidthsTest extends CompanyPages {

    private static final Ref CLEO = Ref.parse("user:cleo");
    private static final Ref ANVIL = Ref.parse("hop:bells/anvil");

    /** Lines of each word of the bar; one rectangle a line. */
    private static final String LINES =
            """
            [...document.querySelectorAll('.bar nav a, .brand span')].map((word) => {
              const range = document.createRange();
              range.selectNodeContents(word);
              return word.textContent + ' ' + range.getClientRects().length;
            })
            """;

    /** Lines of the timeline in which a part reaches into the next, with the longest offset. */
    private static final String OVERLAPS =
            """
            [...document.querySelectorAll('.chapter ol li')].filter((line) => {
              line.querySelector('.offset').textContent = '+23 h 59 min';
              const parts = ['.offset', '.clock', 'p'].map((part) => {
                const range = document.createRange();
                range.selectNodeContents(line.querySelector(part));
                return range.getBoundingClientRect();
              });
              return parts.some((part, at) => at > 0 && part.top < parts[at - 1].bottom - 2
                && part.left < parts[at - 1].right + 2);
            }).map((line) => line.textContent)
            """;

    private String cleo;

    @BeforeAll
    void signIn() {
        cleo = session("cleo");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 390, 700, 740, 768, 820, 860, 980, 1280})
    void noWordOfTheBarBreaksAndNothingSticksOut(int width) {
        try (Page page = browser.page(cleo, width, 700, ColorScheme.LIGHT)) {
            page.navigate("/");
            page.waitForSelector("#line[data-state=live]");
            browser.shoot(page, "bar-" + width);

            assertThat((List<?>) page.evaluate(LINES))
                    .asString()
                    .isEqualTo("[Runside 1, Now 1, Flows 1, Incidents 1, Runbooks 1, Connect 1]");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void longOffsetsOfATimelineLeaveRoomForClockAndText() {
        company.signal("process-gone", ANVIL);
        long number = company.paged(ANVIL);
        for (int width : List.of(390, 768, 1280)) {
            try (Page page = browser.page(cleo, width, 900, ColorScheme.LIGHT)) {
                page.navigate("/incidents/" + number);

                assertThat((List<?>) page.evaluate(OVERLAPS)).as("at %d", width).isEmpty();
                browser.shoot(page, "offsets-" + width);
            }
        }
        company.settled(ANVIL, CLEO);
    }
}
