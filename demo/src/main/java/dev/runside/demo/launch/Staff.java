package dev.runside.demo.launch;

import dev.runside.cli.client.ServerApi;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The company's own people, whose tokens lie in the demo's data folder. */
public record Staff(Site site) {

    /** Everybody's name. */
    public static List<String> names() {
        return Stream.concat(Stream.of(Tokens.FIRST_PERSON), Tokens.OTHERS.stream())
                .sorted()
                .toList();
    }

    /** Runside as one of them sees it. */
    public ServerApi as(String person) throws IOException {
        String token =
                new Tokens(site)
                        .person(person)
                        .find()
                        .orElseThrow(() ->
                                new IOException(
                                        "Nobody here is called '%s'; there is %s."
                                                .formatted(person, String.join(", ", names()))));
        return ServerApi.at(site.runside().toString(), token);
    }

    /** Who an incident is for: its owner, or where it has none the platform's. */
    public String responsible(JsonNode incident) {
        String owner = incident.path("owner").asString("").replaceFirst("^user:", "");
        return names().contains(owner) ? owner : Tokens.FIRST_PERSON;
    }
}
