/**
 * Where the sample company stands: its folder, its ports, its secrets, and where Runside is.
 *
 * <pre>
 *   launcher ──write──► site.json ──read──► every service, and the commands that break and mend
 * </pre>
 */
@NullMarked
package dev.runside.demo.site;

import org.jspecify.annotations.NullMarked;
