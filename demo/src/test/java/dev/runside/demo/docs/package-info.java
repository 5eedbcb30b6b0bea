/**
 * What the documents say to type is typed, and what they show is seen.
 *
 * <pre>
 *   README, guide ─► CommandBlocks ─► ShellSession: one sh in a fresh folder
 * </pre>
 */
@NullMarked
package dev.runside.demo.docs;

import org.jspecify.annotations.NullMarked;
