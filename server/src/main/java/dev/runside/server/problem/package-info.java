/**
 * Everything that goes wrong has one code, one kind and one next step. Rooms throw {@link
 * dev.runside.server.problem.Problem}; the caller gets an RFC 9457 document.
 *
 * <pre>
 *   any room ──► Problem(ErrorCode, detail, item errors) ──► application/problem+json
 * </pre>
 */
@NullMarked
package dev.runside.server.problem;

import org.jspecify.annotations.NullMarked;
