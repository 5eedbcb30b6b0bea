/** Definitions in, the catalog out: applied as files, checked as a whole, kept by version. */
@NullMarked
package dev.runside.server.catalog;

import org.jspecify.annotations.NullMarked;
