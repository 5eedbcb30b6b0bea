/**
 * A whole Runside out of the built distribution, in a folder of its own, for tests and measurements
 * that strike its processes.
 *
 * <pre>
 *   Rig ──starts──► server ──► PostgreSQL          Victim: a small service with a health address
 *    │                 ▲                              ▲
 *    └──starts──► agent ──────────watches, restarts───┘
 * </pre>
 *
 * <p>Nothing here keeps a process running: what is killed stays dead until it is told to start.
 * Ports are chosen by the system; {@code close} leaves no process behind.
 */
@NullMarked
package dev.runside.bench.rig;

import org.jspecify.annotations.NullMarked;
