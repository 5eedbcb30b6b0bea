package dev.runside.server.intake.poll;

import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.intake.zendesk.Products;
import org.springframework.stereotype.Component;

/** Which questions each tool is asked. */
@Component
class Ways {

    private final Products products;

    Ways(Products products) {
        this.products = products;
    }

    Brought ask(SourceCaller source, PollTool tool, Round round) {
        return switch (tool) {
            case GITHUB -> GitHubWay.ask(round);
            case GITLAB -> GitLabWay.ask(round);
            case ZENDESK ->
                    Brought.of(
                            ZendeskWay.ask(round).drafts().stream()
                                    .map(ticket -> products.of(source, ticket))
                                    .toList());
            case PAGERDUTY -> PagerDutyWay.ask(round);
        };
    }
}
