@NullMarked
package dev.runside.demo.pager;

import org.jspecify.annotations.NullMarked;
