package dev.runside.core.catalog;

/** The four functions one accountable person owns along a path. */
public enum Function {
    DEVELOPMENT("dev"),
    PLATFORM("ops"),
    SUPPORT("support"),
    DATA("data");

    private final String facet;

    Function(String facet) {
        this.facet = facet;
    }

    /** The name of the incident facet that this function's evidence makes. */
    public String facet() {
        return facet;
    }
}
