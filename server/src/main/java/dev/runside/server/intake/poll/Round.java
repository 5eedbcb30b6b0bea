package dev.runside.server.intake.poll;

import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.body.Items;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One round of questions. What it marks, the next one goes on from, once all of it is stored. */
final class Round {

    private final Asking asking;
    private final Items items;
    private final Progress before;
    private final Map<String, String> headers;
    private final Instant now;
    private final Map<String, String> marks = new HashMap<>();
    private Duration pause = Duration.ZERO;
    private String remark = "";

    Round(Asking asking, Items items, Progress before, String token, Instant now) {
        this.asking = asking;
        this.items = items;
        this.before = before;
        this.headers = before.polled().tool().headers(token);
        this.now = now;
        keep(Progress.BEGIN, begin().toString());
    }

    String target() {
        return before.polled().target();
    }

    Instant now() {
        return now;
    }

    /** When the poll was set up. */
    Instant begin() {
        return Instant.parse(before.marks().getOrDefault(Progress.BEGIN, now.toString()));
    }

    Optional<String> mark(String name) {
        return Optional.ofNullable(before.marks().get(name));
    }

    void keep(String name, String value) {
        marks.put(name, value);
    }

    /** Answered in any case. */
    <T> List<T> all(String path, Function<Item, T> reader) {
        return switch (ask(path, "")) {
            case Asked.Fresh fresh -> items.read(fresh.body(), reader);
            case Asked.Unchanged _ ->
                    throw new PollException(path + " says it has not changed", Duration.ZERO);
        };
    }

    <T> T one(String path, Function<Item, T> reader) {
        return all(path, reader).stream()
                .findFirst()
                .orElseThrow(() -> new PollException(path + " says nothing", Duration.ZERO));
    }

    /** Empty where it is as it was in the last round. */
    <T> List<T> changed(String path, Function<Item, T> reader) {
        String known = mark(path).orElse("");
        return switch (ask(path, known)) {
            case Asked.Fresh fresh -> {
                List<T> read = items.read(fresh.body(), reader);
                keep(path, fresh.mark());
                yield read;
            }
            case Asked.Unchanged _ -> {
                keep(path, known);
                yield List.of();
            }
        };
    }

    private Asked ask(String path, String mark) {
        Asked asked = asking.ask(before.polled().at(path), headers, mark);
        pause = Pauses.longer(pause, asked.pause());
        return asked;
    }

    /** What a person should know of it, though it went on. */
    void remark(String words) {
        remark = words;
    }

    /** What came of it. */
    Progress after(Duration usual) {
        return new Progress(
                before.polled(), marks, now.plus(Pauses.longer(usual, pause)), 0, remark);
    }
}
