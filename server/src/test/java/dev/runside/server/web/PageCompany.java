package dev.runside.server.web;

import dev.runside.core.Ref;
import dev.runside.server.engine.SignalLog;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Who and what stands in {@code company.yaml}. Its signals come from the test, not from a log. */
@TestConfiguration
public class PageCompany {

    static final Ref MAIL = Ref.parse("product:mail");
    static final Ref RELAY = Ref.parse("hop:mail/relay");
    static final Ref STORE = Ref.parse("hop:mail/store");
    static final Ref ROLLUP = Ref.parse("hop:stats/rollup");
    static final Ref DIALER = Ref.parse("hop:alarm/dialer");
    static final Ref PACKER = Ref.parse("hop:archive/packer");
    static final Ref DATABASE = Ref.parse("system:mail-db");
    static final Ref AGENT = Ref.parse("agent:keeper");

    @Bean
    @Primary
    SignalLog noSignals() {
        return (_, _) -> List.of();
    }
}
