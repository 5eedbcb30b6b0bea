package dev.runside.server.problem;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Where in a JSON body something is wrong, and what. */
final class JsonPath {

    private JsonPath() {}

    static ItemError of(DatabindException failure) {
        var path = failure.getPath();
        int index = path.getFirst().getIndex();
        String field = path.stream().map(JsonPath::step).collect(Collectors.joining("."));
        return new ItemError(Math.max(index, 0), field, detail(failure));
    }

    private static String step(Reference reference) {
        return reference.getIndex() >= 0
                ? "[" + reference.getIndex() + "]"
                : reference.getPropertyName();
    }

    private static String detail(DatabindException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                    "is not a field here; there are " + unknown.getKnownPropertyIds();
            case InvalidFormatException format -> "'" + format.getValue() + "' cannot be read";
            case MismatchedInputException _ -> "is missing or of the wrong type";
            case DatabindException _ -> reason(failure);
        };
    }

    /** The sentence of the record that refused the value; never a library's own words. */
    private static String reason(DatabindException failure) {
        Throwable cause = failure.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "cannot be read";
    }
}
