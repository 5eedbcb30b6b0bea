/**
 * The company as a set of processes: how each is started, what the agent may do with them, how it
 * is deployed.
 *
 * <pre>
 *   Site ──► Company ──► one Supervised each ──► start, stop, deploy
 *               └──► agent.yaml
 * </pre>
 */
@NullMarked
package dev.runside.demo.company;

import org.jspecify.annotations.NullMarked;
