package dev.runside.demo.drill;

import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be seen from outside: incidents by the public API, pages by the pager's file. */
final class Sight {

    private final ServerApi api;
    private final Path pages;

    Sight(ServerApi api, Path pages) {
        this.api = api;
        this.pages = pages;
    }

    /** Newest first. */
    List<SeenIncident> incidents() throws IOException, InterruptedException {
        List<SeenIncident> incidents = new ArrayList<>();
        api.get("/api/v1/incidents?state=all&limit=100")
                .required("items")
                .forEach(item -> incidents.add(new SeenIncident(item)));
        return incidents;
    }

    SeenIncident incident(String id) throws IOException, InterruptedException {
        return new SeenIncident(api.get("/api/v1/incidents/" + id));
    }

    /** Oldest first. A line that is being written is not one yet. */
    List<SeenPage> pages() throws IOException {
        if (!Files.exists(pages)) {
            return List.of();
        }
        String text = Files.readString(pages);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Sight::page).toList();
    }

    private static SeenPage page(String line) {
        JsonNode json = JsonMapper.shared().readTree(line);
        JsonNode page = json.required("page");
        Set<String> to = new TreeSet<>();
        page.path("to").forEach(person -> to.add(person.asString("")));
        return new SeenPage(
                json.required("id").asString(),
                Instant.parse(json.required("receivedAt").asString()),
                page.path("type").asString(""),
                page.path("incident").asString(""),
                to,
                page.path("title").asString(""));
    }
}
