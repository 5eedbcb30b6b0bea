package dev.runside.server.intake.poll;

import dev.runside.core.Ref;
import dev.runside.server.intake.SourceReport;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is asked for, and how it fares. */
@Component
public class Polls {

    private final PollTable table;

    Polls(PollTable table) {
        this.table = table;
    }

    /** By the source on whose behalf. */
    public Map<Ref, SourceReport.Poll> all() {
        return table.all().stream()
                .collect(Collectors.toMap(each -> each.polled().source(), Polls::report));
    }

    private static SourceReport.Poll report(Progress poll) {
        return new SourceReport.Poll(
                poll.polled().tool().word(),
                poll.polled().target(),
                poll.polled().base().toString(),
                poll.next(),
                poll.failures() > 0,
                poll.trouble());
    }
}
