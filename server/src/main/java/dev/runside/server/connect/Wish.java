package dev.runside.server.connect;

import dev.runside.server.problem.Input;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody wants connected.
 *
 * @param name of the source
 * @param url of Runside as the tool reaches it
 * @param tokenFile where the tool shall read its token; empty for the usual place
 */
public record Wish(Tool tool, String name, List<String> speaksFor, String url, String tokenFile) {

    private static final Pattern PATH = Pattern.compile("/[^\\p{Cntrl}]{1,1000}");
    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:_-]{1,255}");

    public Wish {
        speaksFor = List.copyOf(speaksFor);
        url = url.replaceFirst("/+$", "");
        if (!URL.matcher(url).matches() || URI.create(url).getHost() == null) {
            throw Input.wrong("url", "must be as https://runside.example:7070");
        }
        if (!tokenFile.isEmpty() && !PATH.matcher(tokenFile).matches()) {
            throw Input.wrong("tokenFile", "must be an absolute path");
        }
    }

    /** Where the lines say that the token is. */
    String fileOfToken() {
        return tokenFile.isEmpty() ? "/etc/" + tool.word() + "/runside.token" : tokenFile;
    }
}
