package dev.runside.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The check itself finds what it is there for. */
class BarriersTest {

    @Test
    void paleTextAndAButtonWithoutANameAreFoundOut() {
        try (Browser browser = new Browser(0);
                Page page = browser.page("")) {
            page.setContent(
                    "<html lang=en><title>t</title><main><p style='color:#ccc'>pale</p><button></button></main>");

            assertThat(Barriers.on(page).toString()).contains("color-contrast", "button-name");
        }
    }
}
