package dev.runside.server.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe-core finds on a page that breaks WCAG 2.2 at levels A and AA. */
final class Barriers {

    private static final String AXE = read();

    private static final String FIND =
            """
            async () => {
              const found = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
              });
              return found.violations.flatMap((violation) =>
                violation.nodes.map((node) => violation.id + ': ' + node.html + ' ' + node.failureSummary));
            }
            """;

    private Barriers() {}

    static List<?> on(Page page) {
        page.evaluate(AXE);
        return (List<?>) page.evaluate(FIND);
    }

    private static String read() {
        try (InputStream in = Barriers.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
