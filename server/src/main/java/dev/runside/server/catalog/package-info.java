/**
 * Definitions in, the catalog out: applied as files, checked as a whole, kept by version.
 *
 * <pre>
 *   files ─► definition (read) ─► check (together) ─► may the caller? ─► stored ─► in force
 *                                                                                   ├─► Catalogs, CatalogChanged
 *                                                                                   └─► CatalogGaps, FlowMaps
 * </pre>
 *
 * Nothing is overwritten: a definition holds from the version that brought it until the one that
 * ended it.
 */
@NullMarked
package dev.runside.server.catalog;

import org.jspecify.annotations.NullMarked;
