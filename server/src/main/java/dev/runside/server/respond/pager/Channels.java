package dev.runside.server.respond.pager;

import dev.runside.server.problem.StartRefused;
import dev.runside.server.storage.DataDirectory;
import dev.runside.server.storage.SecretFile;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How pages leave the house, besides the inbox that is always there. */
@Component
public class Channels {

    private static final String SETTING = "runside.pager.webhook-url";

    private final Optional<Webhook> webhook;

    Channels(
            PagerSettings settings,
            DataDirectory directory,
            @Value("${runside.insecure:false}") boolean insecure) {
        this.webhook =
                settings.webhookUrl().isBlank()
                        ? Optional.empty()
                        : Optional.of(webhook(settings, directory));
        webhook.filter(found -> !found.encrypted() && !insecure && !onThisMachine(found))
                .ifPresent(found -> {
                    throw new StartRefused(
                            SETTING + " would send pages in the clear to " + found.url().getHost(),
                            "Use an https address, or say --runside.insecure=true.");
                });
    }

    public Optional<Webhook> webhook() {
        return webhook;
    }

    private static Webhook webhook(PagerSettings settings, DataDirectory directory) {
        SecretFile file =
                settings.webhookSecretFile().isBlank()
                        ? directory.secret("webhook.key")
                        : new SecretFile(Path.of(settings.webhookSecretFile()).toAbsolutePath());
        try {
            return new Webhook(URI.create(settings.webhookUrl().strip()), secret(file));
        } catch (IllegalArgumentException wrong) {
            throw new StartRefused(
                    SETTING + " " + said(wrong),
                    "Correct the setting, as in https://pager.example/hooks/runside.");
        }
    }

    /** Not the address itself: many carry a secret. */
    private static String said(IllegalArgumentException wrong) {
        return wrong.getCause() instanceof URISyntaxException
                ? "is not an address"
                : String.valueOf(wrong.getMessage());
    }

    private static WebhookSecret secret(SecretFile file) {
        try {
            return new WebhookSecret(file.readOrWrite(WebhookSecret::fresh));
        } catch (IllegalArgumentException wrong) {
            throw new StartRefused(
                    file.path() + " holds no webhook secret: " + wrong.getMessage(),
                    "Remove the file, and a new secret is made at the next start.");
        }
    }

    /** Only literal addresses and localhost: nothing is looked up elsewhere. */
    private static boolean onThisMachine(Webhook webhook) {
        String host = webhook.url().getHost();
        try {
            return host.equals("localhost")
                    || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}
