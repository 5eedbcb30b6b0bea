/**
 * Carries decisions out to people and agents: steps that agents pull and report, notifications that
 * reach people by inbox and webhook, the emergency card that works without this server.
 */
@NullMarked
package dev.runside.server.respond;

import org.jspecify.annotations.NullMarked;
