package dev.runside.server.intake.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.runside.core.Ref;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.tally.Count.What;
import dev.runside.server.storage.ServerClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class TallyRestartTest {

    @Autowired private Sender sender;
    @Autowired private CountTable table;
    @Autowired private ServerClock clock;

    @Test
    void whatWasCountedIsKnownAfterARestartAndTheRateBeginsAnew() {
        var source = new Ref("source", sender.unique("kept"));
        try (var before = new SourceTally(table, clock)) {
            before.reports(source, 5);
            before.refused(source, "/api/v2/alerts");
        }

        try (var after = new SourceTally(table, clock)) {
            after.reports(source, 2);

            assertThat(after.all())
                    .filteredOn(count -> count.source().equals(source))
                    .extracting(Count::what, Count::times)
                    .containsExactlyInAnyOrder(tuple(What.REPORTS, 7L), tuple(What.REFUSED, 1L));
            assertThat(after.perMinute(source)).isEqualTo(2);
        }
    }

    @Test
    void agentsAreNoSources() {
        try (var tally = new SourceTally(table, clock)) {
            tally.reports(new Ref("agent", "nobody"), 5);

            assertThat(tally.all()).noneMatch(count -> count.source().is("agent"));
        }
    }
}
