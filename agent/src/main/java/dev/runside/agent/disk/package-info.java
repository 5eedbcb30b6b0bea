/** How the agent keeps things on disk: whole or not at all, and secrets for its own eyes. */
@NullMarked
package dev.runside.agent.disk;

import org.jspecify.annotations.NullMarked;
