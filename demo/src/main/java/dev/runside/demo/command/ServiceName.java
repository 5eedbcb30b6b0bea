package dev.runside.demo.command;

import dev.runside.demo.company.Company;
import dev.runside.demo.site.Role;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a service that can be stopped; customers are no part of the company. */
final class ServiceName implements ITypeConverter<String> {

    @Override
    public String convert(String typed) {
        if (!names().contains(typed)) {
            throw new TypeConversionException(
                    "There is no service '"
                            + typed
                            + "' to stop or start; there is "
                            + String.join(", ", names()));
        }
        return typed;
    }

    private static List<String> names() {
        return Company.names().stream()
                .filter(name -> !name.equals(Role.PEOPLE.service()))
                .sorted()
                .toList();
    }

    /** Every name, for the help and for completion. */
    static final class All implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }
}
