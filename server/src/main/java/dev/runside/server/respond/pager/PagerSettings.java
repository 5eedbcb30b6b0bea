package dev.runside.server.respond.pager;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param webhookUrl where pages are sent besides the inbox; empty for nowhere
 * @param webhookSecretFile holds the secret that signs them; made when it is missing. Empty for
 *     {@code DIR/secret/webhook.key}
 */
@ConfigurationProperties("runside.pager")
record PagerSettings(
        @DefaultValue("") String webhookUrl, @DefaultValue("") String webhookSecretFile) {}
