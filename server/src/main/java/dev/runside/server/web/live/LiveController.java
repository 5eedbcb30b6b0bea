package dev.runside.server.web.live;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.problem.Input;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class LiveController {

    private static final int MOST_TOPICS = 10;

    private final Streams streams;

    LiveController(Streams streams) {
        this.streams = streams;
    }

    /** Server-sent events: {@code changed} with topics, {@code beat} with the server's time. */
    @Allow(Who.PERSON)
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@RequestParam Set<String> topics) {
        if (topics.size() > MOST_TOPICS) {
            throw Input.wrong("topics", "name at most " + MOST_TOPICS);
        }
        return streams.open(topics);
    }
}
