/**
 * Where no port is open to the outside: Runside asks instead of being told. What is answered is
 * read by the readers of the webhooks, under the same keys, so that told by both ways it counts
 * once.
 *
 * <pre>
 *   due? ─► Ways: a tool's questions ─► Asking (bounded, no redirects, the tool's token)
 *                    │
 *                    ▼
 *                 Brought ─► Taking: drafts ─► Reception ─┐
 *                              │                          ├ in one transaction
 *                              └ alerts, before it        Progress: marks, next time
 * </pre>
 */
@NullMarked
package dev.runside.server.intake.poll;

import org.jspecify.annotations.NullMarked;
