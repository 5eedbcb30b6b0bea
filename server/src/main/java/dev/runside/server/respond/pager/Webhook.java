package dev.runside.server.respond.pager;

import java.net.URI;
import java.util.Locale;

/** A receiver of pages. */
public record Webhook(URI url, WebhookSecret secret) {

    public Webhook {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("must be an http or https address");
        }
        if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("must have a host, and no user or fragment");
        }
    }

    boolean encrypted() {
        return url.getScheme().equalsIgnoreCase("https");
    }
}
