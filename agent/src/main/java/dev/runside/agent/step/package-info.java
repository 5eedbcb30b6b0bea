/**
 * The words of the work: a step that the server offers, the action it asks for, and the report on
 * what came of it.
 */
@NullMarked
package dev.runside.agent.step;

import org.jspecify.annotations.NullMarked;
