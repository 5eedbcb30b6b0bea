/** What all pages share: their frame, their theme, how they are rendered. */
@NullMarked
package dev.runside.server.web.frame;

import org.jspecify.annotations.NullMarked;
