package dev.runside.server.intake.otlp;

import dev.runside.core.Ref;
import java.time.Instant;
import java.util.List;

/** The points of one request that some indicator wants. */
record Export(Ref source, Instant receivedAt, List<Point> points) {}
