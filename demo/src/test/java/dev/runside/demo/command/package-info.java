@NullMarked
package dev.runside.demo.command;

import org.jspecify.annotations.NullMarked;
