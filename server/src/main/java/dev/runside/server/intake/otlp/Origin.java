package dev.runside.server.intake.otlp;

import dev.runside.core.Ref;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose telemetry a resource's points are.
 *
 * @param attributes the resource's
 * @param subjects the hops its service name means, and an agent that speaks of itself
 * @param forbidden a hop it means and its sender may not report on
 */
record Origin(Map<String, String> attributes, Set<Ref> subjects, Optional<Ref> forbidden) {}
