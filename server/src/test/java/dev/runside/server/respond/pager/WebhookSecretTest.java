package dev.runside.server.respond.pager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    @Test
    void signsAsTheSpecificationsExampleDoes() {
        var secret = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aFreshOneIsLongEnoughAndNeverTheSame() {
        assertThat(new WebhookSecret(WebhookSecret.fresh()))
                .isNotEqualTo(new WebhookSecret(WebhookSecret.fresh()));
    }

    @Test
    void aShortOrForeignOneIsRefused() {
        assertThatThrownBy(() -> new WebhookSecret("whsec_c2hvcnQ="))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("24 bytes");
        assertThatThrownBy(() -> new WebhookSecret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itStandsInNoLog() {
        assertThat(new WebhookSecret(WebhookSecret.fresh())).hasToString("WebhookSecret[…]");
    }
}
