package dev.runside.server.engine;

import dev.runside.core.catalog.Catalog;

/** Adds to the catalog in force what is seen of the estate and nobody has declared. */
public interface Completion {

    /** On the engine's thread, before each decision: must return at once. */
    Catalog completed(Catalog catalog);
}
