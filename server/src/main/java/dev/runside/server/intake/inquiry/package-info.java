/**
 * Indicators that a Prometheus or a database is asked for. What it answers for a time is counted
 * once; what it could not be asked for is asked for when it answers again.
 *
 * <pre>
 *   due? ─► Inquiry: from where it got to, until a second ago ─► Prometheus (bounded, no redirects)
 *                                │
 *                              Curves ─► Tally: samples ─► watch: buckets ─┐
 *                                                                          ├ in one transaction
 *                                                 InquiryTable: got to ────┘
 *   a database knows only how it is now: Postgres ─► Figure ─► samples
 *   no answer ─► no sample, and a finding about the source
 * </pre>
 */
@NullMarked
package dev.runside.server.intake.inquiry;

import org.jspecify.annotations.NullMarked;
