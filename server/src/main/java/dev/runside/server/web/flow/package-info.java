/**
 * Flows as pictures: the path with its hops, who answers for each, how each is, and the seams
 * between them. Drawn twice, across and down; the style sheet shows the one that fits.
 */
@NullMarked
package dev.runside.server.web.flow;

import org.jspecify.annotations.NullMarked;
