package dev.runside.server.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.server.Soon;
import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.MailCatalog;
import dev.runside.server.intake.Sender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntakeTest
class UnmappedTest {

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    @Test
    void aNameThatNobodyKnowsIsListedWithTheLineThatWouldMendIt() {
        String name = sender.unique("cron");
        String person = TestTokens.of(server).person("mapper");
        sender.post("/api/v2/alerts", sender.source("*"), alert(name));

        String list =
                Soon.get(
                        () ->
                                sender.send(
                                                sender.request(
                                                                "/api/v1/intake/unmapped?limit=1000",
                                                                person)
                                                        .GET()
                                                        .build())
                                        .text(),
                        text -> text.contains(name));

        assertThat(list)
                .contains(
                        "under spec.hops of the Product it belongs to: - {name: %1$s, service: %1$s}"
                                .formatted(name));
    }

    @Test
    void aNameThatHoldsThatOfAHopIsProposedForItsProduct() {
        var proposals = new Proposals(MailCatalog.catalog());

        assertThat(proposals.of("relay-7f9c"))
                .isEqualTo(
                        "under spec.hops of Product mail: - {name: relay-7f9c, service: relay-7f9c}");
        assertThat(proposals.of("mail/x: y"))
                .endsWith("- {name: mail-x-y, service: \"mail/x: y\"}");
        assertThat(proposals.of("hop:mail/x")).contains("apply its definition");
        assertThat(proposals.of("(none)")).contains("'service'");
    }

    @Test
    void namesAreLookedForInTheOrderOfTrust() {
        assertThat(
                        Names.of(
                                Map.of(
                                        "job", "monitoring/relay",
                                        "app_kubernetes_io_name", "web",
                                        "namespace", "mail",
                                        "label_app", "box")))
                .containsExactly("web", "box", "monitoring/relay", "relay", "mail");
        assertThat(Names.of(Map.of("backstage.io/kubernetes-id", "relay")))
                .isEqualTo(List.of("relay"));
        assertThat(Names.subject(Map.of("runside_subject", "hop:mail/relay")))
                .contains(Ref.parse("hop:mail/relay"));
        assertThat(Names.subject(Map.of("runside_subject", "what?"))).isEmpty();
    }

    private static String alert(String name) {
        return "[{\"labels\":{\"alertname\":\"Late\",\"job\":\"%s\"}}]".formatted(name);
    }
}
