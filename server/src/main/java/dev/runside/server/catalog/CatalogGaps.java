package dev.runside.server.catalog;

import java.util.List;

/** What nobody answers for in the catalog in force; shown on every page until it is filled. */
public interface CatalogGaps {

    List<Gap> gaps();
}
