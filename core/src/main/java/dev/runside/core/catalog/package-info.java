/**
 * Who owns what and what depends on what: definitions in, answers about owners, paths and blast
 * radius out.
 */
@NullMarked
package dev.runside.core.catalog;

import org.jspecify.annotations.NullMarked;
