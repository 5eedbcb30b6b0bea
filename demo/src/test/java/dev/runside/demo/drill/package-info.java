@NullMarked
package dev.runside.demo.drill;

import org.jspecify.annotations.NullMarked;
