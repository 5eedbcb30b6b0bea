package dev.runside.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Parameters;

/** Which incident a command is about. */
final class IncidentPath {

    @Parameters(
            paramLabel = "ID",
            description = "The incident's number, as 1234 or '#1234', or its identifier.")
    private String id = "";

    String path() {
        String bare = id.strip().replaceFirst("^#", "");
        return "/api/v1/incidents/" + URLEncoder.encode(bare, StandardCharsets.UTF_8);
    }
}
