/** One act asked for: allowed by which rule, needs whose approval, or refused with who could. */
@NullMarked
package dev.runside.core.charter;

import org.jspecify.annotations.NullMarked;
