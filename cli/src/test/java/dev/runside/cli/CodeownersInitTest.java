package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeownersInitTest {

    private static final String OWNERS =
            """
            # Who reviews what.
            *        @nobody
            *        @Ada @bob      # the last line that fits decides
            /web/    @ada
            /relay/** @org/team bob.b@mail.example
            /docs/readme.md @cleo
            /nightly/ @org/team
            """;

    @TempDir private Path folder;

    @Test
    void peoplePartsAndOwnersAreTakenFromTheFile() throws IOException {
        Said said = init("--product", "mail", "--path", "web,relay");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("runside apply -f");
        assertThat(folder.resolve("catalog/catalog.yaml"))
                .content()
                .contains("metadata: {name: ada}\nspec: {roles: [architect, platform-owner]}\n")
                .contains("metadata: {name: bob-b}\n---")
                .contains("  owner: user:ada ")
                .contains(
                        """
                            - {name: web, function: development}
                            - {name: relay, function: development, owner: user:bob-b}
                            - {name: nightly, function: development}
                        """)
                .contains("  path: [hop:mail/web, hop:mail/relay]\n")
                .doesNotContain("cleo", "nobody}", "team");
    }

    @Test
    void aPartOfThePathThatTheFileDoesNotKnowIsSaid() throws IOException {
        Said said = init("--product", "mail", "--path", "web,store");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("'store' is none of [web, relay, nightly]");
        assertThat(folder.resolve("catalog")).doesNotExist();
    }

    private Said init(String... more) throws IOException {
        Path file = folder.resolve("CODEOWNERS");
        Files.writeString(file, OWNERS);
        var all = new ArrayList<>(List.of("init", "--from", file.toString()));
        all.addAll(List.of("--dir", folder.resolve("catalog").toString()));
        all.addAll(List.of(more));
        return Said.by(all.toArray(String[]::new));
    }
}
