/**
 * What the agent has begun and how it ended, on disk before anyone relies on it.
 *
 * <pre>
 *   started(key) ──fsync──► act ──► ended(report) ──fsync──► report ──► reported(key)
 *   a step offered again ──► find(key): never seen | started | ended
 * </pre>
 *
 * One line an entry: checksum, length, JSON. A torn last line was never relied on and is cut off; a
 * broken line before it means that the disk lies, and the agent refuses to act on it.
 */
@NullMarked
package dev.runside.agent.journal;

import org.jspecify.annotations.NullMarked;
