package dev.runside.server.intake.signals;

import static dev.runside.server.intake.MailCatalog.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.Counted;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import dev.runside.server.intake.StoredSignals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntakeTest
class TicketsTest {

    private static final String PATH = "/api/v1/tickets";

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    private StoredSignals stored;
    private Counted counted;

    @BeforeEach
    void begin() {
        stored = StoredSignals.fromNowOn(server);
        counted = Counted.fromNowOn(server, "mail-tickets");
    }

    @Test
    void aTicketIsKeptWithoutWhatIsItsCustomersOwn() {
        Answer answer =
                sender.post(
                        PATH,
                        sender.source("product:mail"),
                        """
                        {"id":"%s","product":"mail","title":"No mail for bob@mail.example.org","customer":"customer-17",
                         "text":"Call me: +49 30 1234567. My mail is bob@mail.example.org"}
                        """
                                .formatted(sender.unique("ticket")));

        assertThat(answer.status()).isEqualTo(202);
        Signal ticket = stored.told().getFirst();
        assertThat(ticket.kind()).isEqualTo("ticket");
        assertThat(ticket.subject()).contains(MAIL);
        assertThat(ticket.title()).isEqualTo("No mail for [mail]");
        assertThat(ticket.attribute("text")).isEqualTo("Call me: [phone]. My mail is [mail]");
        assertThat(ticket.attribute("customer")).isEqualTo("customer-17");
    }

    @Test
    void eachNewTicketCountsOnceForItsProduct() {
        String token = sender.source("*");
        String one = ticket(sender.unique("ticket"), "\"product\":\"mail\"");
        String aboutAHop = ticket(sender.unique("ticket"), "\"subject\":\"hop:mail/relay\"");
        String elsewhere = ticket(sender.unique("ticket"), "\"product\":\"stats\"");

        sender.post(PATH, token, "[" + one + "," + one + "," + aboutAHop + "," + elsewhere + "]");
        sender.post(PATH, token, one);

        assertThat(counted.total()).isEqualTo(2);
        assertThat(stored.told()).hasSize(3);
    }

    @Test
    void aTicketOfTheGeneralKindIsRedactedAndCountedToo() {
        sender.post(
                "/api/v1/signals",
                sender.source("*"),
                "{\"id\":\"%s\",\"kind\":\"ticket\",\"subject\":\"product:mail\",\"attributes\":{\"text\":\"from bob@mail.example.org\"}}"
                        .formatted(sender.unique("ticket")));

        assertThat(stored.told().getFirst().attribute("text")).isEqualTo("from [mail]");
        assertThat(counted.total()).isEqualTo(1);
    }

    @Test
    void aLongTicketIsCutAndNotRefused() {
        Answer answer =
                sender.post(
                        PATH,
                        sender.source("*"),
                        ticket(
                                sender.unique("ticket"),
                                "\"product\":\"mail\",\"text\":\""
                                        + "so long ".repeat(5_000)
                                        + "\""));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(stored.told().getFirst().attribute("text")).hasSize(8_000).endsWith("…");
    }

    @Test
    void aTicketAboutNothingIsRefused() {
        Answer answer = sender.post(PATH, sender.source("*"), ticket("1", "\"text\":\"?\""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("product");
    }

    private static String ticket(String id, String more) {
        return "{\"id\":\"%s\",\"title\":\"It fails\",%s}".formatted(id, more);
    }
}
