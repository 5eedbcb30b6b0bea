package dev.runside.cli.connect;

import dev.runside.cli.local.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A source that was made for a tool.
 *
 * @param answer as {@code POST /api/v1/connect/TOOL} answers
 */
public record Made(JsonNode answer) {

    public String source() {
        return answer.path("source").asString();
    }

    /** Where the tool reads its token from a file, it is put there, for this user alone. */
    public void keepToken() throws IOException {
        if (inFile()) {
            Path file = Path.of(answer.path("tokenFile").asString());
            Path folder = file.getParent();
            if (folder != null) {
                PrivateFiles.createFolder(folder);
            }
            PrivateFiles.write(file, answer.path("token").asString() + "\n");
        }
    }

    /** What programs get: the token only where it is in no file. */
    public ObjectNode forPrograms() {
        ObjectNode all = answer.asObject().deepCopy();
        if (inFile()) {
            all.remove("token");
        }
        return all;
    }

    public String words() {
        String may =
                answer.path("speaksFor")
                        .valueStream()
                        .map(JsonNode::asString)
                        .map(subject -> subject.equals("*") ? "everything" : subject)
                        .collect(Collectors.joining(", "));
        String token =
                inFile() ? " Its token is in " + answer.path("tokenFile").asString() + "." : "";
        return "%s may speak for %s.%s\n%s\nThen:\n%s"
                .formatted(source(), may, token, parts(), then());
    }

    /** The text of the part that goes into one list of a file, without the keys above it. */
    String entry() {
        return answer.path("parts").path(0).path("text").asString();
    }

    private String parts() {
        return answer.path("parts")
                .valueStream()
                .map(part ->
                        "\n%s:\n\n%s"
                                .formatted(
                                        part.path("where").asString(),
                                        part.path("text").asString().indent(2)))
                .collect(Collectors.joining());
    }

    private String then() {
        return answer.path("then")
                .valueStream()
                .map(step -> "  - " + step.asString())
                .collect(Collectors.joining("\n"));
    }

    private boolean inFile() {
        return !answer.path("tokenFile").asString("").isEmpty();
    }

    @Override
    public String toString() {
        return "Made[" + source() + "]";
    }
}
