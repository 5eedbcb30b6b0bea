package dev.runside.demo.pager;

import dev.runside.demo.service.Answer;
import dev.runside.demo.service.Request;
import dev.runside.demo.service.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Takes pages and keeps each once, however often it is sent. */
public final class Pager {

    private final WebhookSignature signature;
    private final Path pages;
    private final Set<String> seen = new HashSet<>();

    private Pager(Service service) {
        this.signature = new WebhookSignature(service.site().secret("pager-webhook").read());
        this.pages = service.site().directory().resolve("pages.jsonl");
    }

    /** The service takes pages at {@code POST /pages}. */
    public static void carriedIn(Service service) {
        service.answerUnmeasured("POST", "/pages", new Pager(service)::take);
    }

    private Answer take(Request request) throws IOException {
        String id = request.header("webhook-id");
        String timestamp = request.header("webhook-timestamp");
        String signatures = request.header("webhook-signature");
        if (!signature.verifies(id, timestamp, signatures, request.body(), Instant.now())) {
            return Answer.refusal(401, "the signature is not Runside's");
        }
        keep(id, request);
        return Answer.empty(204);
    }

    private synchronized void keep(String id, Request request) throws IOException {
        if (!seen.add(id)) {
            return;
        }
        String at = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        String line =
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of("receivedAt", at, "id", id, "page", request.json()));
        Files.writeString(
                pages,
                line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        System.out.println("page " + line);
    }
}
