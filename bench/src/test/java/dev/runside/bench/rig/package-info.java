@NullMarked
package dev.runside.bench.rig;

import org.jspecify.annotations.NullMarked;
