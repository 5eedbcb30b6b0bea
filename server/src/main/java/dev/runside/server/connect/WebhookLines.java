package dev.runside.server.connect;

/** What is filled in where a tool is given a webhook on its own pages. */
final class WebhookLines {

    private WebhookLines() {}

    static Lines gitHub(Place place) {
        return Lines.of(
                "the repository's or the organisation's settings, Webhooks, Add webhook",
                """
                Payload URL:    %s/api/v1/webhooks/github/%s
                Content type:   application/json
                Secret:         %s
                Events:         Deployment statuses, Workflow runs, Releases, Pushes, Pull requests
                """
                        .formatted(place.url(), place.source(), place.signingSecret()),
                "GitHub must be able to reach this address");
    }
}
