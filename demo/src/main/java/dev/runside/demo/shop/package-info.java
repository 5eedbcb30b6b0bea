/**
 * The shop's request path, each hop a process of its own.
 *
 * <pre>
 *   customer ──► gateway ──► checkout ──► inventory ──► orders-db
 *                               └──────── its own rows ────┘
 * </pre>
 */
@NullMarked
package dev.runside.demo.shop;

import org.jspecify.annotations.NullMarked;
