package dev.runside.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.RunsideServerTest;
import dev.runside.server.Soon;
import dev.runside.server.intake.log.SignalWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** On a server of its own: what is set aside there raises a finding. */
@RunsideServerTest
@TestPropertySource(properties = "spring.application.name=unstorable")
class UnstorableSignalTest {

    private static final Ref SENDER = Ref.parse("source:sender");

    @Autowired private SignalWriter writer;
    @Autowired private JdbcClient database;

    @Test
    void aSignalThatNoDatabaseCouldStoreTheDecisionOfHoldsNoOtherUp() {
        writer.write(
                List.of(signal("endless", "source-state", Map.of("condition", longerThanAKey()))));
        writer.write(List.of(signal("next", "process-gone", Map.of())));

        assertThat(Soon.get(this::openFindings, kinds -> kinds.contains("process-gone")))
                .doesNotContain("source-state");
        assertThat(database.sql("select input from set_aside").query(String.class).list())
                .singleElement()
                .asString()
                .contains("endless");
    }

    private List<String> openFindings() {
        return database.sql("select body ->> 'kind' from estate_entry where type = 'Finding'")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** What repeats would be packed, and fit. */
    private static String longerThanAKey() {
        return new Random(7)
                .ints(4_000, 0x4e00, 0x9f00)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Signal signal(String id, String kind, Map<String, String> attributes) {
        Instant now = Instant.now();
        return new Signal(
                id,
                SENDER,
                now,
                now,
                kind,
                Optional.empty(),
                Severity.CRITICAL,
                id,
                attributes,
                id);
    }
}
