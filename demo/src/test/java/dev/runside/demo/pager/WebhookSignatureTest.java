package dev.runside.demo.pager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Against the example of the Standard Webhooks specification. */
class WebhookSignatureTest {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String GOOD = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant NOW = Instant.ofEpochSecond(1614265331);

    private final WebhookSignature signature =
            new WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Test
    void theExampleOfTheSpecificationVerifies() {
        assertThat(signature.verifies(ID, TIMESTAMP, GOOD, BODY, NOW)).isTrue();
    }

    @Test
    void oneGoodSignatureAmongOthersIsEnough() {
        assertThat(signature.verifies(ID, TIMESTAMP, "v1,bm9uc2Vuc2U= " + GOOD, BODY, NOW))
                .isTrue();
    }

    @Test
    void anotherBodyAnotherIdAndAnOldMessageAreRefused() {
        byte[] other = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);
        assertThat(signature.verifies(ID, TIMESTAMP, GOOD, other, NOW)).isFalse();
        assertThat(signature.verifies("msg_other", TIMESTAMP, GOOD, BODY, NOW)).isFalse();
        assertThat(signature.verifies(ID, TIMESTAMP, GOOD, BODY, NOW.plusSeconds(301))).isFalse();
    }
}
