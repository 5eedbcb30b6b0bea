package dev.runside.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of the table of clocks in docs/reference/intake.md names tests, which there are. */
class ClocksTableTest {

    private static final Path ROOT = Path.of(System.getProperty("runside.root", ".."));
    private static final Pattern TEST =
            Pattern.compile("@(?:Arch)?Test\\s+(?:void|static final ArchRule) (\\w+)[ (=]");
    private static final Pattern NAME = Pattern.compile("`([a-z]\\w+)`");

    @Test
    void everyRowNamesTestsThatThereAre() throws IOException {
        Set<String> tests = tests();
        List<String> rows = rows();

        assertThat(rows).hasSizeGreaterThan(8);
        assertThat(rows).allSatisfy(row -> assertThat(names(row)).isNotEmpty().isSubsetOf(tests));
    }

    private static List<String> rows() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/reference/intake.md"));
        String section = page.substring(page.indexOf("\n## Clocks\n") + 1);
        return section.substring(0, section.indexOf("\n## "))
                .lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .toList();
    }

    private static Set<String> names(String row) {
        String[] cells = row.split("\\|");
        return NAME.matcher(cells[cells.length - 1])
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> tests() throws IOException {
        Set<String> tests = new TreeSet<>();
        for (String module : List.of("core", "server")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/test/java"))) {
                files.filter(file -> file.toString().endsWith("Test.java"))
                        .forEach(file -> tests.addAll(testsIn(file)));
            }
        }
        return tests;
    }

    private static Set<String> testsIn(Path file) {
        try {
            Matcher found = TEST.matcher(Files.readString(file));
            return found.results().map(each -> each.group(1)).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
