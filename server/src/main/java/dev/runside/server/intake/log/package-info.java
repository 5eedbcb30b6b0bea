/** The durable log of signals: one writer, each occurrence once, partitions by day. */
@NullMarked
package dev.runside.server.intake.log;

import org.jspecify.annotations.NullMarked;
