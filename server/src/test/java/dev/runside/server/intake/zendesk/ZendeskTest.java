package dev.runside.server.intake.zendesk;

import static dev.runside.server.intake.MailCatalog.MAIL;
import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.access.SigningSecret;
import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.Counted;
import dev.runside.server.intake.Hooks;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.StoredSignals;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntakeTest
class ZendeskTest {

    private static final SigningSecret OWN = new SigningSecret("dGhpcyBpcyB0aGVpciBvd24gc2VjcmV0");

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;
    @Autowired private JdbcClient database;

    private Hooks hooks;
    private StoredSignals stored;
    private String token;
    private String number;

    @BeforeEach
    void begin() {
        hooks = new Hooks(server, sender);
        stored = StoredSignals.fromNowOn(server);
        token = sender.source("product:mail");
        number = sender.unique("5");
    }

    @Test
    void aNewTicketIsKeptOnceWithoutWhatIsItsCustomersOwn() {
        Counted counted = Counted.fromNowOn(server, "mail-tickets");
        hooks.zendesk(token, Payloads.created(number, "invoice"));
        hooks.zendesk(token, Payloads.created(number, "invoice"));

        Signal ticket = stored.told().getFirst();
        assertThat(ticket.kind()).isEqualTo("ticket");
        assertThat(ticket.subject()).contains(MAIL);
        assertThat(ticket.title()).isEqualTo("No mail for [mail]");
        assertThat(ticket.attributes())
                .containsEntry("text", "Call me: [phone].")
                .containsEntry("ticket", number)
                .containsEntry("customer", "8447388090494");
        assertThat(stored.told()).hasSize(1);
        assertThat(counted.total()).isEqualTo(1);
    }

    @Test
    void aTagMayNameTheHopOrTheProduct() {
        hooks.zendesk(token, Payloads.created(number, "relay"));
        hooks.zendesk(sender.source("*"), Payloads.created(number, "product:mail"));

        assertThat(stored.told())
                .extracting(signal -> signal.subject().orElseThrow())
                .containsExactly(RELAY, MAIL);
    }

    @Test
    void whatHappensToATicketIsToldByTheEventsOwnId() {
        String solved =
                Payloads.event(
                        number,
                        "status_changed",
                        "e-1",
                        "x",
                        "{\"current\":\"SOLVED\",\"previous\":\"OPEN\"}");
        String comment =
                Payloads.event(
                        number,
                        "comment_added",
                        "e-2",
                        "x",
                        "{\"comment\":{\"id\":\"9\",\"body\":\"I am bob@mail.example.org\"}}");
        hooks.zendesk(token, solved);
        hooks.zendesk(token, solved);
        hooks.zendesk(token, comment);

        assertThat(stored.told())
                .extracting(signal -> signal.attribute("what"))
                .containsExactly("status-changed", "comment-added");
        assertThat(stored.told().getFirst().attribute("now")).isEqualTo("SOLVED");
        assertThat(stored.told().getLast().attribute("text")).isEqualTo("I am [mail]");
    }

    @Test
    void onceTheSecretIsToldNothingUnsignedIsTaken() {
        String body = Payloads.created(number, "x");
        String now = Instant.now().toString();
        assertThat(hooks.tellSecret(admin(), token, OWN.text()).status()).isEqualTo(204);

        assertThat(hooks.zendesk(token, body).status()).isEqualTo(401);
        assertThat(send(hooks.zendeskSigned(token, OWN, now, body), body + " ")).isEqualTo(401);
        assertThat(send(hooks.zendeskSigned(token, new SigningSecret("other"), now, body), body))
                .isEqualTo(401);
        String old = Instant.now().minus(Duration.ofMinutes(6)).toString();
        assertThat(send(hooks.zendeskSigned(token, OWN, old, body), body)).isEqualTo(401);
        assertThat(send(hooks.zendeskSigned(token, OWN, "today", body), body)).isEqualTo(401);
        assertThat(stored.told()).isEmpty();

        assertThat(send(hooks.zendeskSigned(token, OWN, now, body), body)).isEqualTo(200);
        assertThat(stored.told()).hasSize(1);
    }

    @Test
    void aSecretThatWasToldStandsNowhereAsItIs() {
        hooks.tellSecret(admin(), token, OWN.text());

        assertThat(
                        database.sql("select encode(sealed, 'escape') from source_secret")
                                .query(String.class)
                                .list())
                .isNotEmpty()
                .noneMatch(sealed -> sealed.contains(OWN.text()));
    }

    @Test
    void onlyWhoMayMakeASourcesTokenTellsItsSecret() {
        String stranger = TestTokens.of(server).person(sender.unique("eve"));

        assertThat(hooks.tellSecret(stranger, token, OWN.text()).status()).isEqualTo(403);
        assertThat(hooks.tellSecret(token, token, OWN.text()).status()).isEqualTo(403);
        assertThat(hooks.tellSecret(admin(), "rs_source_none", OWN.text()).status()).isEqualTo(404);
        assertThat(hooks.zendesk(token, Payloads.created(number, "x")).status()).isEqualTo(200);
    }

    private String admin() {
        return TestTokens.of(server).admin(sender.unique("root"));
    }

    private int send(HttpRequest.Builder request, String body) {
        return sender.send(request.POST(BodyPublishers.ofString(body)).build()).status();
    }
}
