/**
 * What is going on: open incidents, the pager's inbox, what healed itself, each product's metric.
 */
@NullMarked
package dev.runside.server.web.now;

import org.jspecify.annotations.NullMarked;
