/**
 * OTLP in: metrics, traces and logs. Points become samples of the indicators that use them, each
 * counted once; spans and log records become samples as if their sender had counted them.
 *
 * <pre>
 *   OtlpEndpoint (HTTP)  ─┐
 *   OtlpGrpcMethods      ─┴─► OtlpIntake ─► ExportReader     ─► points      ─┐
 *                                        └► OccurrenceReader ─► occurrences ─┴─► MetricFolder
 *        points: how much since the last of the series (Cursors); occurrences: not seen before (Seen)
 * </pre>
 */
@NullMarked
package dev.runside.server.intake.otlp;

import org.jspecify.annotations.NullMarked;
