/** A sample company to run and to break: its services, its traffic and its faults. */
@NullMarked
package dev.runside.demo;

import org.jspecify.annotations.NullMarked;
