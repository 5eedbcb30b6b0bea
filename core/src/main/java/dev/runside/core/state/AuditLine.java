package dev.runside.core.state;

import dev.runside.core.Ref;

/** An act to be kept for ever: who did what to what, by which rule, with what outcome. */
public record AuditLine(Ref actor, String act, String target, String rule, String outcome) {}
