/** Which runbooks are trusted with what and how they fare, and those that were drafted. */
@NullMarked
package dev.runside.server.web.runbook;

import org.jspecify.annotations.NullMarked;
