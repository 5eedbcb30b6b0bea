package dev.runside.core;

import java.util.regex.Pattern;

/**
 * The name of one thing of the estate, as {@code kind:name}: {@code user:ada}, {@code
 * hop:mail/relay}, {@code seam:hop:mail/relay>hop:stats/rollup}. Records link by reference, never
 * by title.
 */
public record Ref(String kind, String name) implements Comparable<Ref> {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,30}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:>@#-]{0,250}");

    public Ref {
        if (!KIND.matcher(kind).matches() || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'"
                            + kind
                            + ":"
                            + name
                            + "' is not a reference; write kind:name, as in hop:mail/relay");
        }
    }

    /** Reads {@code kind:name}; the error of a malformed one says how a reference is written. */
    public static Ref parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a reference; write kind:name, as in hop:mail/relay");
        }
        return new Ref(text.substring(0, colon).intern(), text.substring(colon + 1));
    }

    public static Ref seam(Ref from, Ref to) {
        return new Ref("seam", from + ">" + to);
    }

    public boolean is(String expectedKind) {
        return kind.equals(expectedKind);
    }

    /** True for what can stand on a request path: a product's hop or a shared system. */
    public boolean onPath() {
        return is("hop") || is("system");
    }

    @Override
    public int compareTo(Ref other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? name.compareTo(other.name) : byKind;
    }

    @Override
    public String toString() {
        return kind + ":" + name;
    }
}
