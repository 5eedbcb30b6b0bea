package dev.runside.server.catalog.definition;

import dev.runside.server.problem.ErrorItem;

/**
 * One thing wrong with a definition.
 *
 * @param line in the file, from 1
 * @param field the path of the field, as {@code spec.remedy[0].timeout}; empty for the whole file
 * @param detail what is wrong, without a full stop
 * @param fix what to write instead
 */
public record Fault(String file, int line, String field, String detail, String fix)
        implements ErrorItem {

    /** One line for a person: where, what, and what to do. */
    public String sentence() {
        String where = file + ":" + line + (field.isEmpty() ? "" : " " + field);
        return where + ": " + detail + "; " + fix;
    }
}
