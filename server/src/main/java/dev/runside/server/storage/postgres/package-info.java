/**
 * A PostgreSQL of our own: its programs are unpacked from the class path, its cluster is made once,
 * and one postmaster runs for as long as the server does. Durable always; loopback only; every role
 * with a password.
 *
 * <pre>
 *   Binaries ──► Cluster (initdb, once) ──► EmbeddedPostgres (start, watch, stop) ──► DatabaseAddress
 *                     Predecessor: what a killed server left running is stopped first
 * </pre>
 */
@NullMarked
package dev.runside.server.storage.postgres;

import org.jspecify.annotations.NullMarked;
