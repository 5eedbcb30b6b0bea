package dev.runside.server.intake.fuzz;

import dev.runside.server.intake.alertmanager.AlertmanagerDecoders;
import dev.runside.server.intake.body.BodyDecoders;
import dev.runside.server.intake.events.EventDecoders;
import dev.runside.server.intake.github.GitHubDecoders;
import dev.runside.server.intake.gitlab.GitLabDecoders;
import dev.runside.server.intake.lineage.LineageDecoders;
import dev.runside.server.intake.otlp.OtlpDecoders;
import dev.runside.server.intake.pagerduty.PagerDutyDecoders;
import dev.runside.server.intake.signals.SignalDecoders;
import dev.runside.server.intake.webhooks.WebhookDecoders;
import dev.runside.server.intake.zendesk.ZendeskDecoders;
import java.util.List;
import java.util.stream.Stream;

/** Every decoder of intake. Each room says which it has. */
final class Decoders {

    private Decoders() {}

    static Stream<Decoder> all() {
        return Stream.of(
                        AlertmanagerDecoders.all(),
                        BodyDecoders.all(),
                        EventDecoders.all(),
                        GitHubDecoders.all(),
                        GitLabDecoders.all(),
                        LineageDecoders.all(),
                        OtlpDecoders.all(),
                        PagerDutyDecoders.all(),
                        SignalDecoders.all(),
                        WebhookDecoders.all(),
                        ZendeskDecoders.all())
                .flatMap(List::stream);
    }

    static Decoder named(String name) {
        return all().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }
}
