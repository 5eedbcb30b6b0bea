package dev.runside.server.intake.otlp;

import dev.runside.server.intake.source.SourceCondition;
import java.util.Map;

/**
 * What became of an export.
 *
 * @param duplicates points that had been counted before
 * @param faults what its source does wrong, with a sentence for each
 */
record Folded(
        long counted,
        long duplicates,
        Rejections rejections,
        Map<SourceCondition, String> faults) {}
