/**
 * One supervised process: started so that it outlives whoever starts it, found again by its pid
 * file, asked whether it answers, ended for certain.
 *
 * <pre>
 *   Launch ──► ServiceProcess ──start──► setsid command … ──► pid file (pid, start time)
 *                    │                                              │
 *                    ├── state: gone | hung | answering  ◄── ProcessTable, Health
 *                    └── stop: SIGTERM, grace, SIGKILL, and what it left behind
 * </pre>
 */
@NullMarked
package dev.runside.agent.process;

import org.jspecify.annotations.NullMarked;
