/**
 * The orders database: a real PostgreSQL with password logins only, started as a process of its
 * own.
 *
 * <pre>
 *   binaries from the class path ──► unpacked ──► initdb, roles, tables (once) ──► postgres
 * </pre>
 */
@NullMarked
package dev.runside.demo.database;

import org.jspecify.annotations.NullMarked;
