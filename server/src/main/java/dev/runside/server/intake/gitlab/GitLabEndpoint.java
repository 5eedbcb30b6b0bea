package dev.runside.server.intake.gitlab;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.intake.Intake;
import dev.runside.server.intake.Receipt;
import dev.runside.server.intake.body.Items;
import dev.runside.server.intake.body.MediaTypes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open at the gate: token or signature are asked here. */
@RestController
@Allow(Who.OPEN)
class GitLabEndpoint {

    private final GitLabProof proof;
    private final Intake intake;
    private final Items items;

    GitLabEndpoint(GitLabProof proof, Intake intake, Items items) {
        this.proof = proof;
        this.intake = intake;
        this.items = items;
    }

    @Operation(
            operationId = "gitlabWebhook",
            summary = "GitLab's webhook, with the source's token or signed.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "object"))))
    @PostMapping("/api/v1/webhooks/gitlab/{source}")
    Receipt post(@PathVariable String source, HttpServletRequest request) {
        return intake.decode(
                "gitlab",
                proof.of(source, request),
                request,
                body -> {
                    MediaTypes.requireJson(request);
                    return items.read(body, HookReader::read).stream()
                            .flatMap(List::stream)
                            .toList();
                });
    }
}
