/**
 * Runside beside what a company has already: Debian's Prometheus scrapes an nginx, and neither
 * knows of Runside.
 */
@NullMarked
package dev.runside.bench.estate;

import org.jspecify.annotations.NullMarked;
