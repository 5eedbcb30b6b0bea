/**
 * How many alerts a second are taken in, beside Alertmanager.
 *
 * <pre>
 *   Load, 16 connections ──the same bytes──► Runside: durable, each occurrence once
 *                        ──the same bytes──► Alertmanager: in memory
 * </pre>
 *
 * <p>Both run all the time and are loaded in turns, so that what else the machine does strikes
 * both.
 */
@NullMarked
package dev.runside.bench.intake;

import org.jspecify.annotations.NullMarked;
