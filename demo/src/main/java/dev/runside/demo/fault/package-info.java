/** What can be broken in the sample company, really, and how it is mended. */
@NullMarked
package dev.runside.demo.fault;

import org.jspecify.annotations.NullMarked;
