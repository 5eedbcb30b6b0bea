package dev.runside.core.triage;

import java.util.List;

/**
 * @param suspects best first, at least one
 * @param ruledOut one sentence each
 */
record Diagnosis(List<Suspect> suspects, List<String> ruledOut) {}
