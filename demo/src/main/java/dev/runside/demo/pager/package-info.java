/**
 * The pagers of the sample company's people: a webhook receiver that checks Standard Webhooks
 * signatures.
 *
 * <pre>
 *   Runside ──► POST /pages ──► signature good? ──► pages.jsonl
 * </pre>
 */
@NullMarked
package dev.runside.demo.pager;

import org.jspecify.annotations.NullMarked;
