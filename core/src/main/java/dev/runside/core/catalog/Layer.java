package dev.runside.core.catalog;

/** What a finding speaks of: the product itself, the machinery that runs it, or its outcome. */
public enum Layer {
    PRODUCT,
    MACHINERY,
    OUTCOME
}
