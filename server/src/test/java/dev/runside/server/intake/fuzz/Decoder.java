package dev.runside.server.intake.fuzz;

import dev.runside.server.problem.Problem;
import java.util.function.Consumer;

/**
 * Whatever reads a body. Of anything it may throw only a {@link Problem}.
 *
 * @param name also its folder among the resources
 */
public record Decoder(String name, Consumer<byte[]> reader) {

    /** True when it takes the body. */
    boolean takes(byte[] body) {
        try {
            reader.accept(body);
            return true;
        } catch (Problem _) {
            return false;
        }
    }
}
