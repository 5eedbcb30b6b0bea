/**
 * What every service of the sample company is made of: HTTP in and out, metrics, flags, a database.
 *
 * <pre>
 *   request ──► Service ──► handler ──► Upstream / Database
 *                  └──► Telemetry ──► Runside
 * </pre>
 */
@NullMarked
package dev.runside.demo.service;

import org.jspecify.annotations.NullMarked;
