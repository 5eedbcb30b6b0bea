/**
 * Definition files in, records out, without a framework: what a file says, or every fault in it at
 * once, each with its file, line, field and the way to mend it.
 *
 * <pre>
 *   file ─► documents (safe YAML, with lines) ─► fields, by kind ─► core records
 *                      └────────────┴──────────────────┴─► faults
 * </pre>
 */
@NullMarked
package dev.runside.server.catalog.definition;

import org.jspecify.annotations.NullMarked;
