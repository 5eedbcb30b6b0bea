/** The brake over the API: whether all acting is stopped, and the two acts that change it. */
@NullMarked
package dev.runside.server.api.hold;

import org.jspecify.annotations.NullMarked;
