package dev.runside.server.catalog;

import dev.runside.core.Ref;

/**
 * Something that nobody answers for.
 *
 * @param subject what is without an owner; {@code role:architect} and {@code role:platform-owner}
 *     where the installation lacks one
 * @param sentence for people, without a full stop
 */
public record Gap(Ref subject, String sentence, String fix) {}
