package dev.runside.server.web.live;

import dev.runside.core.watch.Bucket;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One page's stream: what changed, by topic, and a beat with the server's time, so that the page
 * notices a silent line.
 */
final class Stream implements Runnable {

    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration GATHER = Duration.ofMillis(250);
    private static final Duration CALM = Duration.ofSeconds(1);
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Waiting waiting;
    private final SseEmitter emitter;
    private final InstantSource clock;
    private final Instant end;
    private long bucket;

    Stream(Waiting waiting, SseEmitter emitter, InstantSource clock) {
        this.waiting = waiting;
        this.emitter = emitter;
        this.clock = clock;
        this.end = clock.instant().plus(LIFE);
        this.bucket = bucket();
    }

    /** On a thread of its own; the page comes back when its stream has lived long enough. */
    @Override
    public void run() {
        try {
            send("beat", clock.instant().toString());
            while (!waiting.over() && clock.instant().isBefore(end)) {
                turn();
            }
            emitter.complete();
        } catch (IOException | IllegalStateException _) {
            emitter.complete();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws IOException, InterruptedException {
        Set<String> topics = waiting.take(BEAT, CALM);
        if (!topics.isEmpty()) {
            send("changed", String.join(" ", topics));
            waiting.gather(GATHER);
            return;
        }
        send("beat", clock.instant().toString());
        if (bucket() > bucket) {
            bucket = bucket();
            waiting.happened(Set.of(Topics.METRICS));
        }
    }

    private long bucket() {
        return clock.instant().getEpochSecond() / Bucket.SECONDS;
    }

    private void send(String name, String data) throws IOException {
        emitter.send(SseEmitter.event().name(name).data(data).reconnectTime(1_000));
    }
}
