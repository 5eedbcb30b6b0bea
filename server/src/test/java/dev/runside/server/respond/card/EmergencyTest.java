package dev.runside.server.respond.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.MailCompanyTest;
import dev.runside.server.Soon;
import dev.runside.server.WebhookReceiver;
import dev.runside.server.WebhookReceiver.Received;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@MailCompanyTest
@TestPropertySource(
        properties = {
            "runside.emergency.probe=300ms",
            "runside.emergency.after=2s",
            "runside.emergency.again=3s"
        })
@DirtiesContext
class EmergencyTest {

    @Autowired private DataSource database;

    @Autowired private MeterRegistry metrics;

    @Autowired private WebhookReceiver receiver;

    @Test
    void whileNothingCanBeCommittedPeopleArePagedByTheCard() throws Exception {
        receiver.refuse("emg_", 503);

        List<Received> pages;
        try (Connection blocking = database.getConnection()) {
            blocking.setAutoCommit(false);
            blocking.createStatement().execute("lock table commit_probe in access exclusive mode");
            pages = Soon.get(this::emergencies, some -> distinct(some) >= 2);
            blocking.rollback();
        }

        Received first = pages.getFirst();
        assertThat(first.body().path("title").asString()).isEqualTo("Runside cannot see or record");
        assertThat(first.body().path("to").valueStream().map(to -> to.asString()))
                .containsExactly("user:pat", "user:ari");
        assertThat(first.signature()).startsWith("v1,");
        assertThat(Soon.get(this::secondsSinceCommit, age -> age < 1)).isLessThan(1);
    }

    private double secondsSinceCommit() {
        return metrics.get("runside.commit.age.seconds").gauge().value();
    }

    private List<Received> emergencies() {
        return receiver.received(one -> one.body().path("type").asString("").equals("emergency"));
    }

    private static long distinct(List<Received> pages) {
        return pages.stream().map(Received::id).distinct().count();
    }
}
