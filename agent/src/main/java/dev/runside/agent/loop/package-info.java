/** What the agent does all the time, each on a thread of its own, and begun again after a fault. */
@NullMarked
package dev.runside.agent.loop;

import org.jspecify.annotations.NullMarked;
