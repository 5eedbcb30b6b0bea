package dev.runside.server.intake;

/**
 * The answer to what was taken in.
 *
 * @param accepted stored, and new
 * @param duplicates known already
 */
public record Receipt(int accepted, int duplicates) {}
