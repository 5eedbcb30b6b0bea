/**
 * Alertmanager's API v2 on the server's own port: Prometheus sends its alerts here, and amtool
 * lists, silences and ends silences. Answers and errors are Alertmanager's.
 */
@NullMarked
package dev.runside.server.intake.alertmanager;

import org.jspecify.annotations.NullMarked;
