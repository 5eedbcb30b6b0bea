/**
 * Incidents over the API: lists and whole stories to read, acknowledge and resolve to write.
 *
 * <pre>
 *   record of the engine ──► IncidentDocument ──► JSON, ETag = version
 *   POST ack, resolve ──► If-Match, Idempotency-Key ──► engine ──► the incident as it stands then
 * </pre>
 */
@NullMarked
package dev.runside.server.api.incident;

import org.jspecify.annotations.NullMarked;
