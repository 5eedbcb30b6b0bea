/** The ops agent: pulls work over an outbound connection and runs steps near the product. */
@NullMarked
package dev.runside.agent;

import org.jspecify.annotations.NullMarked;
