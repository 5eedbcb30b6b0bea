package dev.runside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runside knows the demo no better than any other company: its names stand here and nowhere else.
 */
class NoDemoNamesTest {

    private static final List<String> ROOMS = List.of("core", "server", "agent", "cli");

    /**
     * The plain names; and {@code gateway} and {@code reporting}, being words, only as a reference.
     */
    private static final Pattern DEMO_NAME =
            Pattern.compile(
                    "(?<![\\p{L}\\d])(shop|checkout|inventory|orders-db|orders_daily|assistant)s?(?![\\p{L}\\d])"
                            + "|\\b(product|hop|seam|flow|system|agent):[\\w/>:-]*(gateway|reporting)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern CAMEL_HUMP = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})");

    private static final Pattern TEXT =
            Pattern.compile(
                    ".*\\.(java|jte|yaml|yml|json|sql|properties|html|css|js|svg|txt|md|xml)");

    @Test
    void noNameOfTheDemoStandsInWhatEveryCompanyRuns() throws IOException {
        Path root = Path.of(System.getProperty("runside.root", ".."));
        for (String room : ROOMS) {
            Path sources = root.resolve(room).resolve("src");
            assertThat(linesNamingTheDemo(sources)).as(room).isEmpty();
        }
    }

    @Test
    void aNameIsFoundAsAWordInACamelCaseNameAndInAReference() {
        assertThat(namesTheDemo("  name: checkout")).isTrue();
        assertThat(namesTheDemo("void healsTheCheckoutProcess()")).isTrue();
        assertThat(namesTheDemo("\"hop:mail/gateway\"")).isTrue();
        assertThat(namesTheDemo("BAD_GATEWAY, reporting an error, a workshop")).isFalse();
    }

    private static List<String> linesNamingTheDemo(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> TEXT.matcher(file.getFileName().toString()).matches())
                    .flatMap(NoDemoNamesTest::namingLines)
                    .toList();
        }
    }

    private static Stream<String> namingLines(Path file) {
        try {
            String name = file.getFileName().toString();
            return Stream.concat(Stream.of(name), Files.readAllLines(file).stream())
                    .filter(NoDemoNamesTest::namesTheDemo)
                    .map(line -> file + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean namesTheDemo(String line) {
        return DEMO_NAME.matcher(line).find()
                || DEMO_NAME.matcher(CAMEL_HUMP.matcher(line).replaceAll(" ")).find();
    }
}
