package dev.runside.server.connect;

import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Connects tools as a person who may. */
record Connector(Sender sender, String person) {

    static Connector of(Sender sender, ApplicationContext server) {
        return new Connector(sender, TestTokens.of(server).admin("connector"));
    }

    JsonNode connect(String tool, String name, String tokenFile) {
        Answer answer = ask(tool, name, tokenFile);
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
        return answer.json();
    }

    Answer ask(String tool, String name, String tokenFile) {
        String url = sender.uri("").toString();
        return sender.post(
                "/api/v1/connect/" + tool,
                person,
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "name",
                                        name,
                                        "speaksFor",
                                        List.of("*"),
                                        "url",
                                        url,
                                        "tokenFile",
                                        tokenFile)));
    }

    static String part(JsonNode connection, int at) {
        return connection.path("parts").get(at).path("text").asString();
    }
}
