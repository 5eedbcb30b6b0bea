/** What is typed after {@code runside demo}: the words, and how they are answered. */
@NullMarked
package dev.runside.demo.command;

import org.jspecify.annotations.NullMarked;
