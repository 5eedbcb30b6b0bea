package dev.runside.cli;

import dev.runside.cli.client.RefusedException;
import dev.runside.cli.client.ServerApi;
import dev.runside.cli.launcher.Typed;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One of many things that the server knows by a name that somebody typed.
 *
 * @param listed the command that lists them, for whoever named one that there is not
 */
record Resource(String path, String listed) {

    static Resource of(String all, String name, String listed) {
        return new Resource(all + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8), listed);
    }

    JsonNode get(ServerApi server) throws IOException, InterruptedException {
        try {
            return server.get(path);
        } catch (RefusedException refused) {
            throw said(refused);
        }
    }

    JsonNode post(ServerApi server, String act, Map<String, ?> body)
            throws IOException, InterruptedException {
        try {
            return server.post(path + "/" + act, body);
        } catch (RefusedException refused) {
            throw said(refused);
        }
    }

    private RefusedException said(RefusedException refused) {
        return refused.status() == RefusedException.NOT_FOUND
                ? refused.withFix("List them: " + Typed.command(listed))
                : refused;
    }
}
