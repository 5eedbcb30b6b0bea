package dev.runside.server.connect;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Input;
import dev.runside.server.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tools, and the lines of each. */
@RestController
@Allow(Who.PERSON)
@RequestMapping(path = "/api/v1/connect", produces = "application/json")
class ConnectEndpoint {

    private final Connecting connecting;

    ConnectEndpoint(Connecting connecting) {
        this.connecting = connecting;
    }

    record Known(String tool, String title) {}

    record Tools(List<Known> items) {}

    /**
     * @param name the tool's own where it is missing
     * @param speaksFor everything where it is missing
     */
    record Asked(String name, List<String> speaksFor, String url, String tokenFile) {
        Asked {
            name = name == null ? "" : name;
            speaksFor = speaksFor == null ? List.of("*") : List.copyOf(speaksFor);
            Input.required(url, "url");
            tokenFile = tokenFile == null ? "" : tokenFile;
        }
    }

    record Answer(
            String tool,
            String title,
            String source,
            List<String> speaksFor,
            String token,
            String tokenFile,
            List<Lines.Part> parts,
            List<String> then) {}

    @GetMapping
    Tools tools() {
        return new Tools(
                Arrays.stream(Tool.values())
                        .map(tool -> new Known(tool.word(), tool.title()))
                        .toList());
    }

    @PostMapping("/{tool}")
    Answer connect(PersonCaller caller, @PathVariable String tool, @RequestBody Asked asked) {
        Tool known = Tool.named(tool).orElseThrow(() -> unknown(tool));
        String name = asked.name().isBlank() ? known.word() : asked.name();
        Connection made =
                connecting.connect(
                        caller,
                        new Wish(known, name, asked.speaksFor(), asked.url(), asked.tokenFile()));
        return new Answer(
                known.word(),
                known.title(),
                made.source(),
                made.speaksFor(),
                made.token(),
                made.tokenFile(),
                made.lines().parts(),
                made.lines().then());
    }

    private static Problem unknown(String tool) {
        String all = Arrays.stream(Tool.values()).map(Tool::word).collect(Collectors.joining(", "));
        return Problem.of(ErrorCode.NOT_FOUND, "There are no lines for '" + tool + "'.")
                .withFix(
                        "Take one of "
                                + all
                                + "; any other source gets its token by `runside token source`.");
    }
}
