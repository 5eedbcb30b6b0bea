/**
 * An incident with its whole story, and the list of them. What people do here goes to the engine,
 * and a refusal is shown with who could.
 */
@NullMarked
package dev.runside.server.web.incident;

import org.jspecify.annotations.NullMarked;
