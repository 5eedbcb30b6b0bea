package dev.runside.server.intake.zendesk;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.intake.Intake;
import dev.runside.server.intake.Receipt;
import dev.runside.server.intake.body.Items;
import dev.runside.server.intake.body.MediaTypes;
import dev.runside.server.intake.zendesk.ZendeskProof.Claim;
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
class ZendeskEndpoint {

    private final ZendeskProof proof;
    private final Intake intake;
    private final Items items;
    private final Products products;

    ZendeskEndpoint(ZendeskProof proof, Intake intake, Items items, Products products) {
        this.proof = proof;
        this.intake = intake;
        this.items = items;
        this.products = products;
    }

    @Operation(
            operationId = "zendeskWebhook",
            summary = "Zendesk's ticket events, with the source's token or signed.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "object"))))
    @PostMapping("/api/v1/webhooks/zendesk/{source}")
    Receipt post(@PathVariable String source, HttpServletRequest request) {
        Claim claim = proof.claim(source, request);
        return intake.decode(
                "zendesk",
                body -> {
                    proof.check(claim, body, request);
                    return claim.source();
                },
                request,
                body -> {
                    MediaTypes.requireJson(request);
                    return items.read(body, TicketEvents::read).stream()
                            .flatMap(List::stream)
                            .map(draft -> products.of(claim.source(), draft))
                            .toList();
                });
    }
}
