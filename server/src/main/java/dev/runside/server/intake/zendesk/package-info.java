/**
 * Zendesk's ticket events. What customers write is redacted before anything is stored, as in every
 * other ticket.
 */
@NullMarked
package dev.runside.server.intake.zendesk;

import org.jspecify.annotations.NullMarked;
