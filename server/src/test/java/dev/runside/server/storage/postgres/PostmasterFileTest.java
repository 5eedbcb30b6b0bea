package dev.runside.server.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostmasterFileTest {

    @Test
    void aFullFileSaysWhoServesAndWhetherItIsReady() {
        var lines =
                List.of(
                        "4711",
                        "/data/pg",
                        "1795258075",
                        "5432",
                        "",
                        "127.0.0.1",
                        "  1   2",
                        "ready   ");

        assertThat(PostmasterFile.parse(lines)).contains(new PostmasterFile(4711, true));
    }

    @Test
    void whileItStartsItIsNotReady() {
        var lines =
                List.of(
                        "4711",
                        "/data/pg",
                        "1795258075",
                        "5432",
                        "",
                        "127.0.0.1",
                        "  1   2",
                        "starting");

        assertThat(PostmasterFile.parse(lines)).contains(new PostmasterFile(4711, false));
    }

    @Test
    void aHalfWrittenFileSaysNothing() {
        assertThat(PostmasterFile.parse(List.of())).isEmpty();
        assertThat(PostmasterFile.parse(List.of(""))).isEmpty();
    }
}
