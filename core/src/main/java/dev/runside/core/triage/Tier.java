package dev.runside.core.triage;

/** By how far it can spread. In rising order: by itself an incident's tier only rises. */
public enum Tier {
    ROUTINE,
    NOVEL,
    SYSTEMIC
}
