/** Numbers in, small pictures out, drawn on the server and said in words. */
@NullMarked
package dev.runside.server.web.picture;

import org.jspecify.annotations.NullMarked;
