/**
 * Acting: decides whether a step may be done, does it once, and says what came of it.
 *
 * <pre>
 *   step ──► Desk: epoch? journal? allow-list? hold? lease? ──► refused or known: reported at once
 *              │ one lane a service, so many at a time
 *              ▼
 *            journal: started ──► Hands: service | command | wait ──► journal: ended ──► reported
 * </pre>
 */
@NullMarked
package dev.runside.agent.act;

import org.jspecify.annotations.NullMarked;
