/**
 * A stand-in for an AI agent: it answers order questions by a tool call, and stays polite when that
 * fails.
 *
 * <pre>
 *   question ──► Assistant ──► Model (writes the call) ──► checkout ──► answer
 * </pre>
 */
@NullMarked
package dev.runside.demo.assistant;

import org.jspecify.annotations.NullMarked;
