/**
 * Runside on this machine: its processes, from the first start to the last stop.
 *
 * <pre>
 *   Settings ──► LocalRunside ──► server ──► ready ──► first person ──► agent
 *                     │              └──────────┴─ KeptProcess: started again when it dies
 *                     └──► run.json ──► status, down
 * </pre>
 *
 * <p>In go a data folder, ports and how to be reached; out come two running processes and a {@code
 * run.json} that says which. Everything here blocks; nothing here needs the server to be well.
 */
@NullMarked
package dev.runside.cli.local;

import org.jspecify.annotations.NullMarked;
