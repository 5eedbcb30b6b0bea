package dev.runside.demo.command;

import dev.runside.demo.fault.Fault;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a fault as it is typed. */
final class FaultName implements ITypeConverter<Fault> {

    @Override
    public Fault convert(String typed) {
        return Fault.find(typed)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "There is no fault '"
                                        + typed
                                        + "'; there is "
                                        + String.join(", ", new All())));
    }

    /** Every name, for the help and for completion. */
    static final class All implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Fault.values()).map(Fault::id).iterator();
        }
    }
}
