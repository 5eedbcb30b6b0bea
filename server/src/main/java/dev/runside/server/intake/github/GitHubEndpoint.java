package dev.runside.server.intake.github;

import dev.runside.server.access.Allow;
import dev.runside.server.access.SigningKeys;
import dev.runside.server.access.SigningKeys.Claimed;
import dev.runside.server.access.Who;
import dev.runside.server.intake.Draft;
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
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open at the gate: the signature is asked here, before anything is read into the body. */
@RestController
@Allow(Who.OPEN)
class GitHubEndpoint {

    private final SigningKeys keys;
    private final Intake intake;
    private final Items items;

    GitHubEndpoint(SigningKeys keys, Intake intake, Items items) {
        this.keys = keys;
        this.intake = intake;
        this.items = items;
    }

    @Operation(
            operationId = "githubWebhook",
            summary = "GitHub's webhook, signed with the source's signing secret.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "object"))))
    @PostMapping("/api/v1/webhooks/github/{source}")
    Receipt post(@PathVariable String source, HttpServletRequest request) {
        var signature = new GitHubSignature(header(request, GitHubSignature.NAME));
        if (!signature.wellFormed()) {
            throw keys.refused(request);
        }
        Claimed claimed = keys.claimed(source, request);
        return intake.decode(
                "github",
                body -> {
                    if (!signature.isOf(body, claimed.secret())) {
                        throw keys.refused(request);
                    }
                    return claimed.source();
                },
                request,
                body -> drafts(request, body));
    }

    private List<Draft> drafts(HttpServletRequest request, byte[] body) {
        MediaTypes.requireJson(request);
        String event = header(request, "X-GitHub-Event");
        return items.read(body, item -> EventReader.read(event, item)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }
}
