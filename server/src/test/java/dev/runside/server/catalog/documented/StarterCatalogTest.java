package dev.runside.server.catalog.documented;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.starter.Starter;
import dev.runside.core.catalog.Runbook;
import dev.runside.server.catalog.check.Review;
import dev.runside.server.catalog.check.Whole;
import dev.runside.server.catalog.definition.DefinitionFile;
import dev.runside.server.catalog.definition.DefinitionReader;
import dev.runside.server.catalog.definition.DefinitionReader.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code runside init} writes is a catalog that can be applied as it is. */
class StarterCatalogTest {

    @Test
    void withACommandTheRunbookActsByItself() {
        Runbook runbook =
                read(
                        new Starter(
                                "ada",
                                "mail",
                                "relay",
                                "Mail.Relay",
                                Optional.of("tcp://127.0.0.1:25"),
                                Optional.of("mail.sent"),
                                List.of("/bin/relay")));

        assertThat(runbook.stage()).isEqualTo(Runbook.Stage.ACT);
    }

    @Test
    void withoutOneItSaysWhatItWouldDo() {
        Runbook runbook =
                read(
                        new Starter(
                                "ada",
                                "mail",
                                "mail",
                                "mail",
                                Optional.empty(),
                                Optional.empty(),
                                List.of()));

        assertThat(runbook.stage()).isEqualTo(Runbook.Stage.OBSERVE);
    }

    private static Runbook read(Starter starter) {
        Reading reading =
                DefinitionReader.read(
                        List.of(new DefinitionFile("catalog.yaml", starter.catalog())));
        assertThat(reading.faults()).isEmpty();
        Whole whole = Whole.of(reading.definitions(), Set.of());
        assertThat(Review.of(whole)).isEqualTo(new Review(List.of(), List.of()));
        return whole.catalog().runbooks().getFirst();
    }
}
