package dev.runside.demo.launch;

import dev.runside.cli.client.ServerApi;
import dev.runside.demo.site.Secret;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Who of the company talks to Runside, and as what: each source and each person has a token of its
 * own.
 */
public final class Tokens {

    /** The platform owner sets Runside up, and so is its first person. */
    public static final String FIRST_PERSON = "pat";

    static final List<String> OTHERS = List.of("mara", "dana", "teo", "ines", "arno");

    private static final List<String> EVERYTHING =
            List.of("product:shop", "product:reporting", "system:orders-db");

    private static final Map<String, List<String>> SOURCES =
            Map.of(
                    "telemetry",
                    EVERYTHING,
                    "operations",
                    EVERYTHING,
                    "reporting",
                    List.of("product:reporting"),
                    "support",
                    List.of("product:shop", "product:reporting"));

    private final Site site;

    Tokens(Site site) {
        this.site = site;
    }

    /** True where the services can speak to Runside as soon as it is there. */
    boolean sourcesKnown() {
        return SOURCES.keySet().stream().allMatch(source -> source(source).find().isPresent());
    }

    /** Asks for those that are not there yet. */
    void fetchMissing(ServerApi first, ServerApi nobody) throws IOException, InterruptedException {
        for (Map.Entry<String, List<String>> source : SOURCES.entrySet()) {
            if (source(source.getKey()).find().isEmpty()) {
                fetchSource(first, source.getKey(), source.getValue());
            }
        }
        for (String person : OTHERS) {
            if (person(person).find().isEmpty()) {
                fetchPerson(first, nobody, person);
            }
        }
    }

    private void fetchSource(ServerApi first, String name, List<String> speaksFor)
            throws IOException, InterruptedException {
        Map<String, Object> asked = Map.of("name", "demo-" + name, "speaksFor", speaksFor);
        source(name).write(first.post("/api/v1/sources", asked).required("token").asString());
    }

    private void fetchPerson(ServerApi first, ServerApi nobody, String name)
            throws IOException, InterruptedException {
        String invitation =
                first.post("/api/v1/people", Map.of("person", name)).required("token").asString();
        Map<String, String> asked = Map.of("token", invitation, "person", name);
        person(name)
                .write(nobody.post("/api/v1/people/enroll", asked).required("token").asString());
    }

    private Secret source(String name) {
        return site.secret("source-" + name);
    }

    Secret person(String name) {
        return site.secret("person-" + name);
    }
}
