package dev.runside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.demo.launch.Definitions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the company tells Runside about itself; Runside's own check runs when the demo starts. */
class DefinitionsTest {

    private final Definitions definitions =
            new Definitions(
                    Path.of(System.getProperty("runside.root", ".."), "demo", "definitions"));

    @Test
    void everyDocumentHasAVersionAKindANameAndASpec() throws Exception {
        assertThat(documents())
                .allSatisfy(document -> {
                    assertThat(document.path("apiVersion").asString()).isEqualTo("runside.dev/v1");
                    assertThat(document.path("metadata").path("name").asString()).isNotBlank();
                    assertThat(document.path("spec").isObject()).isTrue();
                });
        assertThat(documents())
                .extracting(document -> document.path("kind").asString())
                .contains(
                        "Person",
                        "Product",
                        "System",
                        "Flow",
                        "Agent",
                        "Charter",
                        "Indicator",
                        "Runbook");
    }

    @Test
    void theArchitectOwnsNothingAndIsNotThePlatformOwner() throws Exception {
        List<String> architects = withRole("architect");
        List<String> platformOwners = withRole("platform-owner");
        assertThat(architects).hasSize(1);
        assertThat(platformOwners).hasSize(1).doesNotContainAnyElementsOf(architects);
        assertThat(
                        documents().stream()
                                .map(document -> document.path("spec").path("owner").asString("")))
                .doesNotContain("user:" + architects.getFirst());
    }

    @Test
    void noFlowHoldsBothEndsOfTheSeamBetweenCheckoutAndThePipeline() throws Exception {
        assertThat(
                        documents().stream()
                                .filter(document ->
                                        document.path("kind").asString().equals("Flow")))
                .isNotEmpty()
                .noneMatch(flow ->
                        flow.path("spec").path("path").toString().contains("hop:shop/checkout")
                                && flow.path("spec")
                                        .path("path")
                                        .toString()
                                        .contains("hop:reporting/pipeline"));
    }

    private List<String> withRole(String role) throws Exception {
        return documents().stream()
                .filter(document ->
                        document.path("spec").path("roles").toString().contains("\"" + role + "\""))
                .map(document -> document.path("metadata").path("name").asString())
                .toList();
    }

    private List<JsonNode> documents() throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (Path file : definitions.files()) {
            try (MappingIterator<JsonNode> documents =
                    YAMLMapper.shared()
                            .readerFor(JsonNode.class)
                            .readValues(Files.readString(file))) {
                documents.forEachRemaining(all::add);
            }
        }
        return all;
    }
}
