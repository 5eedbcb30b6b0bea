package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;

/**
 * One definition that was read without a fault.
 *
 * @param content the record of core that it defines
 */
public record Definition(Kind kind, String name, Document document, Object content) {

    public Ref ref() {
        return kind.ref(name);
    }

    /** The same for the same meaning, whatever its comments, order of fields and spacing. */
    public String digest() {
        return document.digest();
    }
}
