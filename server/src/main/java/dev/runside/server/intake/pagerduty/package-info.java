/**
 * PagerDuty's Events API v2: a tool that pages there pages here when it is given this server's
 * address and a source's token for a routing key.
 */
@NullMarked
package dev.runside.server.intake.pagerduty;

import org.jspecify.annotations.NullMarked;
