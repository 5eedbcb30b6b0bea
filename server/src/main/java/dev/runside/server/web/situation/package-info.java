/**
 * The estate as it stands: asked of the engine and the catalog, the same instant for all of a page.
 */
@NullMarked
package dev.runside.server.web.situation;

import org.jspecify.annotations.NullMarked;
