/** Which alerts are worth their noise, for programs. */
@NullMarked
package dev.runside.server.api.alert;

import org.jspecify.annotations.NullMarked;
