/**
 * Where everything that must not be lost is kept: the data directory, PostgreSQL, and the right of
 * one server alone to write.
 *
 * <pre>
 *   settings ──► data directory ──► PostgreSQL (embedded or by URL) ──► DataSource ──► the other rooms
 *                                        └── server lock ──► Epoch, ServerClock ──────────▲
 * </pre>
 *
 * In: {@code runside.data}, {@code RUNSIDE_DB_URL}. Out: {@link
 * dev.runside.server.storage.DataDirectory}, {@link dev.runside.server.storage.Epoch}, {@link
 * dev.runside.server.storage.ServerClock}, and the pool.
 */
@NullMarked
package dev.runside.server.storage;

import org.jspecify.annotations.NullMarked;
