package dev.runside.server.intake.inquiry;

import dev.runside.server.intake.body.JsonParts;
import dev.runside.server.intake.inquiry.Unanswered.Away;
import dev.runside.server.intake.inquiry.Unanswered.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what {@code /api/v1/query_range} answers. What is no finite number is no data; an answer of
 * another form is none.
 */
@Component
class Answer {

    static final int MOST_SERIES = 1_000;

    private static final int MOST_WORDS = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final JsonMapper json;

    Answer(JsonMapper json) {
        this.json = json;
    }

    List<Curve> read(int status, byte[] body, Span span) {
        Optional<JsonNode> read = tree(body);
        if (status == BAD_REQUEST || status == UNPROCESSABLE) {
            throw new Refused(read.map(Answer::refusal).orElse("answered with " + status));
        }
        if (status != 200) {
            throw new Away("answered with " + status);
        }
        JsonNode answer = read.orElseThrow(() -> new Away("its answer is not JSON, or too much"));
        JsonNode data = answer.path("data");
        if (!"success".equals(answer.path("status").asString(""))
                || !"matrix".equals(data.path("resultType").asString(""))
                || !data.path("result").isArray()) {
            throw new Away("its answer is not that of a Prometheus");
        }
        return curves(data.path("result"), span);
    }

    private Optional<JsonNode> tree(byte[] body) {
        try {
            return JsonParts.tooManyIn(body) ? Optional.empty() : Optional.of(json.readTree(body));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** Its own words about the query, which is the writer's own text. */
    private static String refusal(JsonNode answer) {
        String words =
                (answer.path("errorType").asString("") + ": " + answer.path("error").asString(""))
                        .replaceAll("\\p{Cntrl}+", " ");
        return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + "…";
    }

    private static List<Curve> curves(JsonNode result, Span span) {
        if (result.size() > MOST_SERIES) {
            throw new Refused(
                    "%d series are too many: sum them, up to %d are counted"
                            .formatted(result.size(), MOST_SERIES));
        }
        List<Curve> curves = new ArrayList<>();
        result.forEach(series -> curves.add(curve(series.path("values"), span)));
        return curves;
    }

    private static Curve curve(JsonNode values, Span span) {
        var points = new TreeMap<Long, Double>();
        for (JsonNode point : values) {
            long millis = Math.round(point.path(0).asDouble(0) * 1000);
            double value = number(point.path(1).asString(""));
            if (span.contains(millis) && Double.isFinite(value)) {
                points.put(millis, value);
            }
        }
        return new Curve(points);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
