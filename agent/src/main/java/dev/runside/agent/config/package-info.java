/**
 * {@code agent.yaml}: what this agent watches and what it may do at all, whatever the server says.
 *
 * <pre>
 *   agent.yaml ──► Node (values with their lines) ──► AgentConfig, or ConfigException:
 *                                                     file, line, field, what is wrong, the fix
 * </pre>
 */
@NullMarked
package dev.runside.agent.config;

import org.jspecify.annotations.NullMarked;
