@NullMarked
package dev.runside.bench.watch;

import org.jspecify.annotations.NullMarked;
