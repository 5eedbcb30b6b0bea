package dev.runside.server.api;

import dev.runside.core.Ref;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Times on the wire: RFC 3339, UTC, always with milliseconds. References: {@code kind:name}. */
@Configuration(proxyBeanMethods = false)
class WireFormat {

    @Bean
    JacksonModule references() {
        return new SimpleModule("references").addSerializer(Ref.class, ToStringSerializer.instance);
    }

    @Bean
    JacksonModule times() {
        return new SimpleModule("times").addSerializer(Instant.class, new Milliseconds());
    }

    private static final class Milliseconds extends StdSerializer<Instant> {

        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                        .withZone(ZoneOffset.UTC);

        Milliseconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
            json.writeString(FORMAT.format(time));
        }
    }
}
