/** How this command was called, so that the commands it prints can be pasted. */
@NullMarked
package dev.runside.cli.launcher;

import org.jspecify.annotations.NullMarked;
