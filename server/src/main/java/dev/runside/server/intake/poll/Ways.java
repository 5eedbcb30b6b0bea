package dev.runside.server.intake.poll;

import org.springframework.stereotype.Component;

/** Which questions each tool is asked. */
@Component
class Ways {

    Brought ask(PollTool tool, Round round) {
        return switch (tool) {
            case GITHUB -> GitHubWay.ask(round);
        };
    }
}
