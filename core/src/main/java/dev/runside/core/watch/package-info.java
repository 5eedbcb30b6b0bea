/** One machine an indicator: samples in, findings raised and cleared out. */
@NullMarked
package dev.runside.core.watch;

import org.jspecify.annotations.NullMarked;
