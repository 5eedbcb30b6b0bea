package dev.runside.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.state.Write;
import dev.runside.core.triage.CountedAlert;
import dev.runside.server.RunsideServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@RunsideServerTest
@TestPropertySource(properties = "spring.application.name=unstorable")
class CountedAlertsTest {

    private static final String FINDING = "alert@hop:mail/relay#MailsWait";

    @Autowired private JdbcClient database;
    @Autowired private JdbcOperations copying;

    private CountedAlert one = counted();
    private CountedAlert other = counted();

    @BeforeEach
    void empty() {
        database.sql("delete from counted_alert").update();
    }

    @Test
    void whatWasSaidLastOfAnAlertIsWhatIsLoaded() {
        CountedAlert stale = new CountedAlert(other.key(), FINDING, true);
        journal().write(List.of(new Write.Put(one), new Write.Put(other)));
        journal().write(List.of(new Write.Put(stale)));
        journal().write(List.of(new Write.Remove(CountedAlert.class, one.key())));

        assertThat(journal().load()).containsExactly(new Write.Put(stale));
    }

    @Test
    void aDecisionAddsOneRowForEachFindingHoweverManyAlertsItCounts() {
        journal().write(puts(1_000));

        assertThat(rows()).isEqualTo(1);
        assertThat(journal().load()).hasSize(1_000);
    }

    @Test
    void aLongJournalIsPackedAndLosesNothing() {
        List<Write> many = new ArrayList<>(puts(150_000));
        CountedAlerts journal = journal();
        journal.write(many);
        journal.write(
                many.subList(10, 140_000).stream()
                        .map(each -> ((Write.Put) each).entry().key())
                        .<Write>map(key -> new Write.Remove(CountedAlert.class, key))
                        .toList());

        assertThat(rows()).as("of two").isEqualTo(1);
        List<Write> left = new ArrayList<>(many.subList(0, 10));
        left.addAll(many.subList(140_000, 150_000));
        assertThat(journal().load()).containsExactlyInAnyOrderElementsOf(left);
    }

    private CountedAlerts journal() {
        return new CountedAlerts(database, copying);
    }

    private long rows() {
        return database.sql("select count(*) from counted_alert").query(Long.class).single();
    }

    private static List<Write> puts(int many) {
        return IntStream.range(0, many).<Write>mapToObj(_ -> new Write.Put(counted())).toList();
    }

    private static CountedAlert counted() {
        return new CountedAlert(UUID.randomUUID().toString(), FINDING, false);
    }
}
