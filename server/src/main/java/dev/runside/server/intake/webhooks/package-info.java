/** Webhooks of tools that alert: Alertmanager's version 4, and Grafana's, which is built on it. */
@NullMarked
package dev.runside.server.intake.webhooks;

import org.jspecify.annotations.NullMarked;
