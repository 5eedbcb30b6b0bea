package dev.runside.demo.assistant;

import dev.runside.demo.service.Answer;
import dev.runside.demo.service.Reply;
import dev.runside.demo.service.Request;
import dev.runside.demo.service.Service;
import dev.runside.demo.service.Telemetry;
import dev.runside.demo.service.Upstream;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Answers questions about orders; measured by the semantic conventions for generative AI. */
public final class Assistant {

    /** While it is on, a newer model writes the tool calls. */
    public static final String MODEL_UPDATE = "model-update";

    private static final AttributeKey<String> OPERATION =
            AttributeKey.stringKey("gen_ai.operation.name");
    private static final AttributeKey<String> TOOL = AttributeKey.stringKey("gen_ai.tool.name");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private final Service service;
    private final Upstream checkout;
    private final DoubleHistogram operations;

    private Assistant(Service service) {
        this.service = service;
        this.checkout = service.to("checkout", Duration.ofSeconds(3));
        this.operations = service.telemetry().histogram("gen_ai.client.operation.duration");
    }

    public static void open(Service service) throws IOException {
        Assistant assistant = new Assistant(service);
        service.answer("POST", "/questions", assistant::answer).open(() -> {});
    }

    private Answer answer(Request request) {
        long start = System.nanoTime();
        String question = request.json().path("question").asString("");
        Optional<String> call = Model.toolCall(question, service.flags().on(MODEL_UPDATE));
        String text = call.map(this::lookUp).orElse("Which order do you mean?");
        measure(start, Attributes.builder().put(OPERATION, "chat"));
        return Answer.json(200, Map.of("answer", text));
    }

    private String lookUp(String call) {
        long start = System.nanoTime();
        Reply reply = checkout.get(call);
        AttributesBuilder attributes =
                Attributes.builder().put(OPERATION, "execute_tool").put(TOOL, "look_up_order");
        error(reply).ifPresent(error -> attributes.put(ERROR, error));
        measure(start, attributes);
        return reply instanceof Reply.Answered answered && reply.good()
                ? "Your " + answered.json().path("item").asString("order") + " is on its way."
                : "I cannot look that up right now. Is there anything else?";
    }

    private static Optional<String> error(Reply reply) {
        return switch (reply) {
            case Reply.Answered(int status, _) when status >= 400 ->
                    Optional.of(String.valueOf(status));
            case Reply.Answered _ -> Optional.empty();
            case Reply.NoAnswer _ -> Optional.of("no_answer");
        };
    }

    private void measure(long start, AttributesBuilder attributes) {
        operations.record(
                Telemetry.seconds(Duration.ofNanos(System.nanoTime() - start)), attributes.build());
    }
}
