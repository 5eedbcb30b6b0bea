package dev.runside.server.intake.otlp;

import dev.runside.core.Ref;
import java.util.List;
import java.util.Set;

/**
 * What was read from an export.
 *
 * @param points those that some indicator wants
 * @param occurrences likewise
 * @param seen all, wanted or not
 * @param forbidden those whose hop the sender may not report on
 * @param hops what the sender spoke for
 */
record Reading(
        List<Point> points,
        List<Occurrence> occurrences,
        Rejections rejections,
        long seen,
        long forbidden,
        Set<Ref> hops) {}
