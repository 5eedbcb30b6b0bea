package dev.runside.server.connect;

import java.net.URI;

/**
 * Where a tool sends to, and by what it proves itself.
 *
 * @param url of Runside as the tool reaches it, without a slash at its end
 * @param source its name without the kind
 * @param token where the tool cannot read it from a file
 * @param tokenFile where the tool reads its token
 */
record Place(String url, String source, String token, String signingSecret, String tokenFile) {

    String host() {
        return URI.create(url).getAuthority();
    }

    String scheme() {
        return URI.create(url).getScheme();
    }

    @Override
    public String toString() {
        return source + " at " + url;
    }
}
