/**
 * Request bodies in, unpacked and bounded; JSON items out, each field read with its errors named.
 */
@NullMarked
package dev.runside.server.intake.body;

import org.jspecify.annotations.NullMarked;
