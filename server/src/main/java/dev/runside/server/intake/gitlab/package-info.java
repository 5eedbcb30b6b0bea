/** GitLab's webhooks, by the source's token or signed as Standard Webhooks has it. */
@NullMarked
package dev.runside.server.intake.gitlab;

import org.jspecify.annotations.NullMarked;
