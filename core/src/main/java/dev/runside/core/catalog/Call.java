package dev.runside.core.catalog;

import dev.runside.core.Ref;

/** That one hop calls another. */
public record Call(Ref from, Ref to) {}
