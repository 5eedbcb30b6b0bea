package dev.runside.server.intake.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.Sender.Answer;
import org.junit.jupiter.api.Test;

class ChangeEnqueueTest extends PagerDutyContract {

    @Override
    protected String path() {
        return "/v2/change/enqueue";
    }

    @Override
    protected String body(Said said) {
        return """
        {"routing_key":"%s","payload":{"summary":"Build Success: %s","timestamp":"2026-07-17T08:42:58.315Z",
         "source":"acme-build-pipeline","custom_details":{"service":"%s","build_state":"passed","build_number":"220"}},
         "links":[{"href":"https://acme.pagerduty.dev/build/2","text":"View more"}]}
        """
                .formatted(said.token(), said.id(), said.service());
    }

    @Override
    protected String malformed(Said said) {
        return body(said).replace("summary", "summery");
    }

    @Override
    protected void isOwnError(Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().path("status").asString()).isNotBlank();
        assertThat(answer.json().path("message").asString()).isNotBlank();
    }

    @Test
    void aChangeBeginsAndEnds() {
        assertThat(send(said("relay")).text())
                .isEqualTo("{\"status\":\"success\",\"message\":\"Change event processed\"}");
        assertThat(kinds()).containsExactly("change-started", "change-finished");
        assertThat(stored.told().getFirst().attribute("by")).isEqualTo("acme-build-pipeline");
    }
}
