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

    static Lines gitLab(Place place) {
        return Lines.of(
                "the project's or the group's Settings, Webhooks, Add new webhook",
                """
                URL:            %s/api/v1/webhooks/gitlab/%s
                Secret token:   %s
                Trigger:        Deployment, Pipeline, Job, Releases, Push and Merge request events
                """
                        .formatted(place.url(), place.source(), place.token()),
                "GitLab must be able to reach this address",
                "A GitLab that signs has a signing token instead: " + place.signingSecret());
    }

    static Lines zendesk(Place place) {
        return Lines.of(
                "Zendesk's Admin Center, Apps and integrations, Webhooks, Create webhook",
                """
                Connect to:      Zendesk events, Ticket events
                Endpoint URL:    %1$s/api/v1/webhooks/zendesk/%2$s
                Request method:  POST
                Request format:  JSON
                Authentication:  Bearer token
                Token:           %3$s
                """
                        .formatted(place.url(), place.source(), place.token()),
                "Zendesk must be able to reach this address",
                "To take only what Zendesk signed: its signing secret by PUT %s/api/v1/sources/%s/signing-secret"
                        .formatted(place.url(), place.source()),
                "A tag of a ticket names what it is about: a reference as product:mail, or a hop's service");
    }
}
